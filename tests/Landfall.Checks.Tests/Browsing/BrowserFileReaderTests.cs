using Landfall.Checks.Browsing;

namespace Landfall.Checks.Tests.Browsing;

public sealed class BrowserFileReaderTests
{
    private const string Whole = """
        @base = http://localhost:8080
        @who = me@example.com

        # Somebody signs in.
        open {{base}}/login?to={{who}}
        type "{{who}}" into "E-mail"
        type "a {{secret.probe}}b" into #password
        // by the button
        click "Say \"hello\""
        timeout 1.5s
        press Enter
        expect text "Hello {{who}}"
        expect no text "Error"
          expect element ul > li.order
        expect no element .error
        timeout 500ms
        expect title ~ "Shop"
        expect url == "/orders"
        """;

    [Fact]
    public void Read_AWholeFile_GivesItsSteps()
    {
        var file = Read(Whole);

        Assert.Equal("http://localhost:8080", file.Base);
        Assert.Equal([new SecretUse("probe", 7, 6)], file.Secrets);
        Assert.Equal(
            [
                (5, StepAction.Open, 10_000), (6, StepAction.Type, 10_000), (7, StepAction.Type, 10_000), (9, StepAction.Click, 10_000), (11, StepAction.Press, 1500), (12, StepAction.Text, 1500),
                (13, StepAction.Text, 1500), (14, StepAction.Element, 1500), (15, StepAction.Element, 1500), (17, StepAction.Title, 500), (18, StepAction.Url, 500),
            ],
            file.Steps.Select(step => (step.Line, step.Action, step.Timeout)));
        Assert.Equal("/login?to=me@example.com", file.Steps[0].Path);
        Assert.Equal(new StepTarget("E-mail", null), file.Steps[1].Target);
        Assert.Equal([new TypedPart("me@example.com", null)], file.Steps[1].Value!);
        Assert.Equal([new TypedPart("a ", null), new TypedPart(null, "probe"), new TypedPart("b", null)], file.Steps[2].Value!);
        Assert.Equal(new StepTarget(null, "#password"), file.Steps[2].Target);
        Assert.Equal("Say \"hello\"", file.Steps[3].Target!.Text);
        Assert.Equal("Enter", file.Steps[4].Key);
        Assert.Equal([("Hello me@example.com", false), ("Error", true)], file.Steps.Where(step => step.Action == StepAction.Text).Select(step => (step.Expected!, step.Not)));
        Assert.Equal([("ul > li.order", false), (".error", true)], file.Steps.Where(step => step.Action == StepAction.Element).Select(step => (step.Target!.Css!, step.Not)));
        Assert.Equal([("~", "Shop"), ("==", "/orders")], file.Steps.TakeLast(2).Select(step => (step.Sign!, step.Expected!)));
        Assert.Equal("""type "a {{secret.probe}}b" into #password""", file.Steps[2].Title);
    }

    [Theory]
    [InlineData("open /a%20b?c#d", "/a%20b?c#d")]
    [InlineData("open {{base}}", "/")]
    [InlineData("@page = /x\nopen {{page}}", "/x")]
    public void Read_AnAddress_IsWhatFollowsTheServices(string text, string path) =>
        Assert.Equal(path, Read(text).Steps[0].Path);

    [Theory]
    [InlineData("", 1, 1, "There is no step")]
    [InlineData("\n# nothing", 1, 1, "There is no step")]
    [InlineData("expect text \"a\"", 1, 1, "Begin with 'open /'")]
    [InlineData("open /\nopen https://example.com/", 2, 6, "'https://example.com/' is not a page of the service")]
    [InlineData("open", 1, 5, "'open /orders'")]
    [InlineData("open //example.com", 1, 6, "is not a page of the service")]
    [InlineData("open /a b", 1, 6, "a space as %20")]
    [InlineData("open /{{nobody}}", 1, 6, "'{{nobody}}' is not known here")]
    [InlineData("open /\n  wait 3s", 2, 3, "'wait' is not a step")]
    [InlineData("open /\nclick", 2, 6, "What is meant is missing")]
    [InlineData("open /\nclick Sign in", 2, 7, "put it in quotes: \"Sign in\"")]
    [InlineData("open /\nclick \"Sign", 2, 7, "is not a text in quotes")]
    [InlineData("open /\nclick \" \"", 2, 7, "The text is empty")]
    [InlineData("open /\nclick \"{{secret.probe}}\"", 2, 7, "'{{secret.probe}}' is not known here")]
    [InlineData("open /\ntype \"a\" in \"E-mail\"", 2, 6, "is not a text and a field")]
    [InlineData("open /\ntype a into \"E-mail\"", 2, 6, "is not a text and a field")]
    [InlineData("open /\ntype \"\" into #a", 2, 6, "There is nothing to type")]
    [InlineData("open /\ntype \"\\x\" into #a", 2, 6, "is not a text in quotes")]
    [InlineData("open /\ntype \"a\" into Your name", 2, 15, "put it in quotes: \"Your name\"")]
    [InlineData("open /\ntype \"{{secret.a}} {{b}}\" into #a", 2, 6, "'{{b}}' is not known here")]
    [InlineData("open /\npress F1", 2, 7, "one of Enter, Tab, Escape")]
    [InlineData("open /\nexpect cart", 2, 8, "'cart' cannot be expected")]
    [InlineData("open /\nexpect text Welcome", 2, 13, "is not a text in quotes")]
    [InlineData("open /\nexpect text", 2, 8, "is not a text in quotes")]
    [InlineData("open /\nexpect title \"Shop\"", 2, 14, "'expect title ~ \"Shop\"'")]
    [InlineData("open /\nexpect no url == \"/a\"", 2, 15, "'expect url ~ \"/orders\"'")]
    [InlineData("open /\nexpect url < \"/a\"", 2, 12, "is not a comparison")]
    [InlineData("open /\nexpect url == /a", 2, 15, "is not a text in quotes")]
    [InlineData("timeout 3m\nopen /", 1, 9, "120s is the longest")]
    [InlineData("timeout 0s\nopen /", 1, 9, "is not a time")]
    [InlineData("timeout 121s\nopen /", 1, 9, "is not a time")]
    public void Read_AFault_SaysWhere(string text, int line, int column, string message)
    {
        var fault = Assert.Single(BrowserFileReader.Read(text).Faults);

        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyFaults_GivesAllInOrder() =>
        Assert.Equal([1, 2, 4], BrowserFileReader.Read("open x\nclick\nopen /\npress a").Faults.Select(fault => fault.Line));

    [Theory]
    [InlineData(CheckLimits.Steps, 0)]
    [InlineData(CheckLimits.Steps + 1, 1)]
    public void Read_MoreStepsThanThereMayBe_IsAFault(int steps, int faults) =>
        Assert.Equal(faults, BrowserFileReader.Read(string.Join('\n', Enumerable.Repeat("open /", steps))).Faults.Count);

    [Theory]
    [InlineData(CheckLimits.BrowserFileBytes, 0)]
    [InlineData(CheckLimits.BrowserFileBytes + 1, 1)]
    public void Read_AFileLargerThanATaskDefinitionHolds_IsAFault(int bytes, int faults) =>
        Assert.Equal(faults, BrowserFileReader.Read([.. "open /\n#"u8, .. Enumerable.Repeat((byte)'x', bytes - 8)]).Faults.Count);

    private static BrowserFile Read(string text)
    {
        var reading = BrowserFileReader.Read(text);
        Assert.Empty(reading.Faults);
        return reading.File!;
    }
}
