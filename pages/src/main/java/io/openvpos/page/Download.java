package io.openvpos.page;

/// A file of the API that a browser with a session may fetch below `/portal`. Each page room
/// declares its own as a bean.
///
/// @param page the path below `/portal`; with `/**` at its end everything below it
/// @param api the path of the API that makes the file: `{merchant}` is the person's own merchant,
///   `/**` what came after the page's path
public record Download(String page, String api) {

  private static final String BELOW = "/**";
  private static final String MERCHANT = "{merchant}";

  public boolean isOf(String path) {
    return page.endsWith(BELOW) ? path.startsWith(stem(page) + "/") : path.equals(page);
  }

  public boolean isOfOneMerchant() {
    return api.contains(MERCHANT);
  }

  /// The call that makes the file.
  ///
  /// @param merchantId empty for those who belong to no merchant
  public String apiPath(String path, String merchantId) {
    String target = api.replace(MERCHANT, merchantId);
    return target.endsWith(BELOW) ? stem(target) + path.substring(stem(page).length()) : target;
  }

  private static String stem(String path) {
    return path.endsWith(BELOW) ? path.substring(0, path.length() - BELOW.length()) : path;
  }
}
