package io.openvpos.authorization.webhook.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.webhook.EndpointStore;
import io.openvpos.authorization.webhook.domain.Endpoint;
import io.openvpos.authorization.webhook.domain.Endpoint.Disabled;
import io.openvpos.authorization.webhook.domain.Endpoint.Owner;
import io.openvpos.authorization.webhook.domain.EventFilter;
import io.openvpos.authorization.webhook.domain.SigningSecret;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Collection `webhook_endpoints`.
public final class MongoEndpoints implements EndpointStore {

  private static final String ENABLED = "enabled";
  private static final String MERCHANT_ID = "merchant_id";
  private static final String MODE = "mode";
  private static final String URL = "url";
  private static final String CREATED_AT = "created_at";

  private final Documents documents;

  private MongoEndpoints(Documents documents) {
    this.documents = documents;
  }

  public static MongoEndpoints in(MongoDatabase database) {
    Documents documents = Documents.versioned(database, "webhook_endpoints");
    documents.uniqueIndex(new Document(MERCHANT_ID, 1).append(MODE, 1).append(URL, 1));
    documents.index(new Document(ENABLED, 1));
    return new MongoEndpoints(documents);
  }

  @Override
  public boolean insert(Endpoint endpoint) {
    return documents.insert(state(endpoint).append("version", endpoint.version()));
  }

  @Override
  public Optional<Endpoint> find(String id) {
    return documents.find(id).map(MongoEndpoints::read);
  }

  @Override
  public List<Endpoint> of(Owner owner) {
    Document filter =
        new Document(MERCHANT_ID, owner.merchantId()).append(MODE, owner.mode().code());
    return documents.findMany(filter, new Document(CREATED_AT, 1), 0).stream()
        .map(MongoEndpoints::read)
        .toList();
  }

  @Override
  public List<String> enabled() {
    return ids(new Document(ENABLED, true));
  }

  @Override
  public List<String> all() {
    return ids(new Document());
  }

  private List<String> ids(Document filter) {
    List<String> ids = new ArrayList<>();
    documents.forEach(filter, new Document("_id", 1), found -> ids.add(found.getString("_id")));
    return ids;
  }

  @Override
  public boolean save(Endpoint endpoint) {
    Document set = state(endpoint);
    set.remove("_id");
    try {
      return documents.compareAndSet(
          endpoint.id(), endpoint.version() - 1, new Document("$set", set));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public boolean delete(String id) {
    return documents.delete(id);
  }

  private static Document state(Endpoint endpoint) {
    Disabled disabled = endpoint.disabled();
    return new Document("_id", endpoint.id())
        .append(MERCHANT_ID, endpoint.owner().merchantId())
        .append(MODE, endpoint.owner().mode().code())
        .append(URL, endpoint.url())
        .append("events", endpoint.filter().patterns())
        .append("description", endpoint.description())
        .append(ENABLED, endpoint.isEnabled())
        .append(
            "disabled",
            disabled == null
                ? null
                : new Document("reason", disabled.reason()).append("at", Date.from(disabled.at())))
        .append("secrets", endpoint.secrets().stream().map(MongoEndpoints::secret).toList())
        .append(CREATED_AT, Date.from(endpoint.createdAt()));
  }

  private static Document secret(SigningSecret secret) {
    return new Document("sealed", secret.sealed())
        .append("until", secret.until() == null ? null : Date.from(secret.until()));
  }

  private static Endpoint read(Document found) {
    Document disabled = found.get("disabled", Document.class);
    return new Endpoint(
        found.getString("_id"),
        new Owner(found.getString(MERCHANT_ID), Mode.of(found.getString(MODE))),
        found.getString(URL),
        new EventFilter(found.getList("events", String.class)),
        found.getString("description"),
        disabled == null
            ? null
            : new Disabled(disabled.getString("reason"), disabled.getDate("at").toInstant()),
        found.getList("secrets", Document.class).stream().map(MongoEndpoints::secret).toList(),
        found.getDate(CREATED_AT).toInstant(),
        found.get("version", Number.class).longValue());
  }

  private static SigningSecret secret(Document found) {
    Date until = found.getDate("until");
    return new SigningSecret(found.getString("sealed"), until == null ? null : until.toInstant());
  }
}
