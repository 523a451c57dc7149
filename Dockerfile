# One image for every module that runs: docker build --build-arg MODULE=fraud-service .
#
# The jar is the one that `mvn install` built on this machine and tested there: the image holds the very
# bytes that passed, and a build needs no network. Only unpacking happens here.

FROM eclipse-temurin:25-jre AS layers
ARG MODULE
WORKDIR /unpack
COPY ${MODULE}/target/${MODULE}-*-exec.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 vpos \
 && useradd --system --uid 10001 --gid vpos --home-dir /app --shell /usr/sbin/nologin vpos \
 && mkdir -p /app /data \
 && chown vpos:vpos /data
WORKDIR /app
COPY --chmod=755 docker/ready /usr/local/bin/ready
# Least changed first, so that a new build of the same dependencies is a small layer.
COPY --from=layers /unpack/extracted/dependencies/ ./
COPY --from=layers /unpack/extracted/spring-boot-loader/ ./
COPY --from=layers /unpack/extracted/snapshot-dependencies/ ./
COPY --from=layers /unpack/extracted/application/ ./
USER 10001:10001
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=65 -XX:+ExitOnOutOfMemoryError -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
ENTRYPOINT ["java", "-jar", "app.jar"]
