using Landfall.Config;
using Landfall.Operations.Checks;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Checks;

/// <summary>A real browser, against a real server on loopback.</summary>
public sealed class BrowserRunTests
{
    private const string Pages = """
        <title>Shop</title><h1>Welcome</h1>
        <a href="/login" target="_blank">Sign in</a> <a href="/broken">Broken</a> <button disabled>Buy</button>
        """;

    private const string Late = """
        <title>Late</title><p id="late"></p><script>setTimeout(() => document.getElementById("late").innerHTML = "<b class='done'>It is there</b>", 700)</script>
        """;

    private const string Login = """
        <title>Sign in</title><form action="/in" method="get">
        <label>E-mail <input name="mail"></label> <input id="password" type="password" name="pass">
        <select name="size" aria-label="Size"><option>Small</option><option>Large</option></select>
        <button>Go on</button></form>
        """;

    private const string Shadow = """
        <title>Parts</title><my-part></my-part><div id="out"></div>
        <script>customElements.define("my-part", class extends HTMLElement { connectedCallback() {
          this.attachShadow({ mode: "open" }).innerHTML = "<button>Inside</button>";
          this.shadowRoot.querySelector("button").onclick = () => { if (confirm("Sure?")) document.getElementById("out").textContent = "Confirmed"; };
        } })</script>
        """;

    [Fact]
    public async Task Run_AUserWhoSignsIn_Passes()
    {
        await using var server = Start();

        var run = await RunAsync(server.Url, """
            open /
            expect title == "Shop"
            click "Sign in"
            type "me@example.com" into "E-mail"
            type "geheim & co" into #password
            type "Large" into "Size"
            click "Go on"
            expect text "Signed in as me@example.com"
            expect url ~ "/in?"
            expect no element form
            open {{base}}/login
            type "x" into "E-mail"
            press Enter
            expect url ~ "mail=x"
            """);

        Assert.Equal("", string.Join('\n', run.Requests.SelectMany(step => step.Failures)));
        Assert.True(run.Passed);
        Assert.Equal(14, run.Requests.Count);
        Assert.Contains(server.Requests, request => request.StartsWith("GET /in?mail=me%40example.com&pass=geheim+%26+co&size=Large ", StringComparison.Ordinal));
        Assert.All(run.Requests, step => Assert.NotNull(step.Milliseconds));
    }

    [Fact]
    public async Task Run_WhatComesLate_IsWaitedFor()
    {
        await using var server = Start();

        Assert.True((await RunAsync(server.Url, "open /late\nexpect text \"It is there\"\nexpect element b.done")).Passed);
    }

    [Fact]
    public async Task Run_PartsOfAPageAndItsQuestions_AreReached()
    {
        await using var server = Start();

        var run = await RunAsync(server.Url, "open /parts\nexpect text \"Inside\"\nclick \"Inside\"\nexpect text \"Confirmed\"");

        Assert.Equal("", string.Join('\n', run.Requests.SelectMany(step => step.Failures)));
    }

    [Theory]
    [InlineData("open /\ntimeout 1s\nexpect text \"Goodbye\"", 3, "the text is not shown after 1 s; the page is / 'Shop', and shows 'Welcome Sign in Broken Buy'")]
    [InlineData("open /\ntimeout 1s\nexpect no text \"Welcome\"", 3, "the text is still shown after 1 s")]
    [InlineData("open /\ntimeout 1s\nexpect element .done", 3, "there is no visible .done after 1 s")]
    [InlineData("open /\ntimeout 1s\nexpect no element h1", 3, "there still is a visible h1 after 1 s")]
    [InlineData("open /\ntimeout 1s\nexpect title == \"Store\"", 3, "the title is 'Shop' after 1 s")]
    [InlineData("open /login?a\ntimeout 1s\nexpect url !~ \"/login\"", 3, "the url is '/login?a' after 1 s")]
    [InlineData("open /\ntimeout 1s\nclick \"Checkout\"", 3, "there is no visible \"Checkout\" after 1 s")]
    [InlineData("open /\ntimeout 1s\nclick \"Buy\"", 3, "\"Buy\" cannot be clicked: <button> is disabled after 1 s")]
    [InlineData("open /covered\ntimeout 1s\nclick \"Buy\"", 3, "\"Buy\" cannot be clicked: <div id=veil> covers it after 1 s")]
    [InlineData("open /\ntimeout 1s\ntype \"a\" into #nothing", 3, "there is no visible field #nothing after 1 s")]
    [InlineData("open /login\ntimeout 1s\ntype \"Huge\" into \"Size\"", 3, "nothing can be typed into \"Size\": it has no such option after 1 s")]
    [InlineData("open /\nclick #[", 2, "'#[' is not a valid selector")]
    [InlineData("open /broken", 1, "the answer has status 500; the page is /broken")]
    [InlineData("open /\nclick \"Broken\"\nexpect url == \"/broken\"\ntimeout 1s\nexpect text \"fine\"", 5, "the text is not shown after 1 s; the page is /broken, which was answered with status 500, ''")]
    [InlineData("timeout 500ms\nopen /silent", 2, "the page has not loaded after 0.5 s")]
    public async Task Run_AStepThatDoesNotSucceed_SaysWhyAndIsTheLast(string text, int line, string message)
    {
        await using var server = Start();

        var run = await RunAsync(server.Url, text + "\nexpect title == \"never\"");

        Assert.False(run.Passed);
        var last = run.Requests[^1];
        Assert.Equal(line, last.Line);
        Assert.Contains(message, Assert.Single(last.Failures), StringComparison.Ordinal);
        Assert.All(run.Requests.SkipLast(1), step => Assert.Empty(step.Failures));
    }

    [Fact]
    public async Task Run_ServerThatIsNotThere_SaysSo()
    {
        string url;
        await using (var server = Start())
            url = server.Url;

        var step = Assert.Single((await RunAsync(url, "open /\nexpect text \"a\"")).Requests);

        Assert.Contains("no answer: net::ERR_CONNECTION_REFUSED", Assert.Single(step.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ASecret_IsTypedAndNowhereToldOf()
    {
        await using var server = Start();
        Environment.SetEnvironmentVariable("LANDFALL_SECRET_BROWSER_TEST", "s3cr3t & more");
        try
        {
            var run = await RunAsync(server.Url, """
                open /login
                type "{{secret.browser-test}}" into "E-mail"
                click "Go on"
                expect text "Signed in"
                timeout 200ms
                expect title == "Other"
                """);

            Assert.Contains(server.Requests, request => request.StartsWith("GET /in?mail=s3cr3t+%26+more&", StringComparison.Ordinal));
            var failure = Assert.Single(run.Requests[^1].Failures);
            Assert.Contains("the page is /in?mail=***&pass=&size=Small 'In', and shows 'Signed in as ***'", failure, StringComparison.Ordinal);
            Assert.DoesNotContain("s3cr3t", string.Join(' ', run.Requests), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("LANDFALL_SECRET_BROWSER_TEST", null);
        }
    }

    [Fact]
    public async Task Run_ASecretWithoutAValue_SaysWhereToGiveIt()
    {
        var failure = await Assert.ThrowsAsync<LandfallException>(() => RunAsync("http://localhost", "open /\ntype \"{{secret.no-such}}\" into #a", needsBrowser: false));

        Assert.Equal(ErrorCodes.CheckSecret, failure.Code);
        Assert.Contains("shop.browser:2:6 types the secret 'no-such'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("LANDFALL_SECRET_NO_SUCH", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutABrowser_SaysWhatIsNeeded()
    {
        Environment.SetEnvironmentVariable("LANDFALL_BROWSER", "/nowhere/chromium");
        try
        {
            var failure = await Assert.ThrowsAsync<LandfallException>(() => RunAsync("http://localhost", "open /", needsBrowser: false));

            Assert.Equal(ErrorCodes.CheckBrowser, failure.Code);
            Assert.Contains("/nowhere/chromium", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("LANDFALL_BROWSER", null);
        }
    }

    private static LoopbackServer Start() => new(request => request.Split(' ').ElementAtOrDefault(1) switch
    {
        null => "", // a connection that the browser makes beforehand, and does not use
        "/" => Page(Pages),
        "/late" => Page(Late),
        "/parts" => Page(Shadow),
        "/covered" => Page("<title>Covered</title><button>Buy</button><div id='veil' style='position:fixed;inset:0'></div>"),
        "/silent" => null,
        var path when path.StartsWith("/login", StringComparison.Ordinal) => Page(Login),
        var path when path.StartsWith("/in?", StringComparison.Ordinal) => Page($"<title>In</title><p>Signed in as {Uri.UnescapeDataString(path.Split('=', '&')[1].Replace('+', ' ')).Replace("&", "&amp;", StringComparison.Ordinal)}</p>"),
        _ => LoopbackServer.Answer("<p>broken</p>", 500, "Content-Type: text/html"),
    });

    private static string Page(string html) => LoopbackServer.Answer(html, 200, "Content-Type: text/html");

    private static async Task<CheckRun> RunAsync(string url, string text, bool needsBrowser = true)
    {
        if (needsBrowser)
            RequiredTool.OrSkip("chromium", "apt-get install chromium");
        using var folder = new TemporaryFolder();
        var parameters = new CheckParameters(folder.Write("shop.browser", text), url, ".", null);
        return await new CheckOperation().RunAsync(parameters, Agreed.ToNothing, new OperationContext(new Caller("ada", "test"), new Answering(null), TimeProvider.System, TestContext.Current.CancellationToken));
    }
}
