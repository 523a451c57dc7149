package io.openvpos.sandbox.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/// One browser with its own cookies. Chromium where it and its driver are installed, which also
/// takes pictures; elsewhere HtmlUnit without JavaScript, so that the same test runs on a machine
/// with a JDK alone, and shows that the pages need no script.
final class Browser implements AutoCloseable {

  private static final Path PICTURES = Path.of("target/screenshots");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int DESKTOP = 1280;
  private static final int PHONE = 390;
  private static final int HEIGHT = 900;

  private final WebDriver driver;
  private final String base;
  private int pictures;
  private boolean phone;

  private Browser(WebDriver driver, String base) {
    this.driver = driver;
    this.base = base;
  }

  /// @param base where the pages are, without a path
  static Browser open(String base) {
    return hasChromium()
        ? new Browser(chrome(new ChromeOptions()), base)
        : new Browser(new HtmlUnitDriver(false), base);
  }

  static boolean hasChromium() {
    return chromium().isPresent() && chromedriver().isPresent();
  }

  /// Chromium that blocks third parties' cookies. It finds every name below `.example` on this
  /// machine and takes any certificate there.
  static Browser ofASuspiciousVisitor() {
    ChromeOptions options = new ChromeOptions();
    options.setAcceptInsecureCerts(true);
    options.addArguments("--host-resolver-rules=MAP *.example 127.0.0.1");
    options.setExperimentalOption(
        "prefs",
        Map.of("profile.block_third_party_cookies", true, "profile.cookie_controls_mode", 1));
    return new Browser(chrome(options), "");
  }

  /// The same with a phone's window, where the browser has one.
  static Browser onAPhone(String base) {
    Browser browser = open(base);
    browser.phone = true;
    browser.restore();
    return browser;
  }

  /// HtmlUnit in any case.
  static Browser withoutScript(String base) {
    return new Browser(new HtmlUnitDriver(false), base);
  }

  private static WebDriver chrome(ChromeOptions options) {
    options.setBinary(chromium().orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--lang=tr",
        "--window-size=" + DESKTOP + "," + HEIGHT);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver().orElseThrow().toFile())
            .build();
    return new ChromeDriver(service, options);
  }

  private static Optional<Path> chromium() {
    return installed("chromium", "chromium-browser", "google-chrome");
  }

  private static Optional<Path> chromedriver() {
    return installed("chromedriver");
  }

  private static Optional<Path> installed(String... names) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(Path::of)
        .flatMap(folder -> Stream.of(names).map(folder::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  void go(String path) {
    driver.get(base + path);
  }

  void type(String field, String text) {
    WebElement input = driver.findElement(By.name(field));
    input.clear();
    input.sendKeys(text);
  }

  void choose(String field, String value) {
    new Select(driver.findElement(By.name(field))).selectByValue(value);
  }

  void tick(String css) {
    WebElement box = driver.findElement(By.cssSelector(css));
    if (!box.isSelected()) {
      box.click();
    }
  }

  void attach(String field, Path file) {
    driver.findElement(By.name(field)).sendKeys(file.toAbsolutePath().toString());
  }

  /// Presses a button or follows a link, and waits until the page that it was on is gone: what is
  /// read next is the next page's.
  void press(String css) {
    WebElement before = driver.findElement(By.tagName("html"));
    driver.findElement(By.cssSelector(css)).click();
    new WebDriverWait(driver, PATIENCE).until(_ -> isGone(before));
  }

  /// Presses a button twice as an impatient hand does: the second press may find the page gone.
  void pressTwice(String css) {
    WebElement before = driver.findElement(By.tagName("html"));
    WebElement button = driver.findElement(By.cssSelector(css));
    if (driver instanceof ChromeDriver chrome) {
      new Actions(chrome).doubleClick(button).perform();
    } else {
      button.click();
    }
    new WebDriverWait(driver, PATIENCE).until(_ -> isGone(before));
  }

  /// In the middle of a navigation chromedriver passes on Chromium's own words for stale.
  private static boolean isGone(WebElement page) {
    try {
      boolean _ = page.isEnabled();
      return false;
    } catch (StaleElementReferenceException gone) {
      return true;
    } catch (WebDriverException e) {
      if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
        return true;
      }
      throw e;
    }
  }

  /// Waits for a page that has such an element. Pages between that only pass on are passed by their
  /// script, or by their button where scripts do not run.
  ///
  /// @param button of a page that passes on
  void reach(String css, String button) {
    new WebDriverWait(driver, PATIENCE)
        .until(_ -> {
          if (!driver.findElements(By.cssSelector(css)).isEmpty()) {
            return true;
          }
          if (driver instanceof HtmlUnitDriver) {
            driver.findElements(By.cssSelector(button)).stream()
                .limit(1)
                .forEach(WebElement::click);
          }
          return false;
        });
  }

  /// Goes on in a frame once it shows such an element.
  void enter(String frame, String css) {
    driver.switchTo().frame(driver.findElement(By.cssSelector(frame)));
    reach(css, css);
  }

  /// Follows a link of a frame that opens in the whole window, and goes on there.
  void leaveBy(String link) {
    driver.findElement(By.cssSelector(link)).click();
    driver.switchTo().defaultContent();
  }

  /// Whether the browser shows its own page in the frame of a page, instead of what belongs there.
  boolean refusesToFrame(String page) {
    driver.get(page);
    driver.switchTo().frame(0);
    String inside = String.valueOf(((ChromeDriver) driver).executeScript("return location.href"));
    driver.switchTo().defaultContent();
    return inside.startsWith("chrome-error:");
  }

  String address() {
    return String.valueOf(driver.getCurrentUrl());
  }

  /// How many it keeps, of whomever.
  int cookies() {
    Map<String, Object> kept =
        ((ChromeDriver) driver).executeCdpCommand("Network.getAllCookies", Map.of());
    return kept.get("cookies") instanceof List<?> list ? list.size() : -1;
  }

  /// Whether scripts run.
  boolean hasScript() {
    return driver instanceof ChromeDriver;
  }

  /// Presses a button that the page's script answers in the page, and waits for such a text there.
  void pressUntil(String button, String css, String text) {
    driver.findElement(By.cssSelector(button)).click();
    new WebDriverWait(driver, PATIENCE).until(_ -> text(css).contains(text));
  }

  /// Waits for a button that the page's script shows.
  void awaitShown(String css) {
    new WebDriverWait(driver, PATIENCE)
        .until(_ -> driver.findElement(By.cssSelector(css)).isDisplayed());
  }

  void back() {
    driver.navigate().back();
  }

  /// Sends the form whose action ends so.
  void send(String action) {
    press("form[action*='" + action + "'] button");
  }

  String text(String css) {
    return driver.findElement(By.cssSelector(css)).getText();
  }

  /// The attribute of the first element.
  String attribute(String css, String name) {
    String value = driver.findElement(By.cssSelector(css)).getAttribute(name);
    return value == null ? "" : value;
  }

  List<String> all(String css) {
    return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
  }

  /// What the page says, all of it.
  String page() {
    return text("main");
  }

  /// The page as it is, mark-up and all.
  String source() {
    String source = driver.getPageSource();
    return source == null ? "" : source;
  }

  String path() {
    return URI.create(driver.getCurrentUrl()).getPath();
  }

  /// A picture of the whole page at both widths, where the browser can take one.
  void picture(String name) {
    if (driver instanceof ChromeDriver chrome) {
      pictures++;
      shoot(chrome, String.format("%02d-%s", pictures, name), DESKTOP, false);
      shoot(chrome, String.format("%02d-%s-phone", pictures, name), PHONE, true);
      restore();
    }
  }

  /// Whether the page is wider than the window of a phone, so that one would have to scroll
  /// sideways. Only a browser that lays pages out can tell.
  boolean overflowsOnAPhone() {
    if (!(driver instanceof ChromeDriver chrome)) {
      return false;
    }
    resize(chrome, PHONE, true);
    Object wider =
        chrome.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    restore();
    return Boolean.TRUE.equals(wider);
  }

  /// The window as it was opened.
  private void restore() {
    if (driver instanceof ChromeDriver chrome) {
      if (phone) {
        resize(chrome, PHONE, true);
      } else {
        chrome.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
      }
    }
  }

  private static void shoot(ChromeDriver chrome, String name, int width, boolean phone) {
    resize(chrome, width, phone);
    Map<String, Object> shot =
        chrome.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    try {
      Files.createDirectories(PICTURES);
      Files.write(
          PICTURES.resolve(name + ".png"),
          Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void resize(ChromeDriver chrome, int width, boolean phone) {
    chrome.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", phone));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
