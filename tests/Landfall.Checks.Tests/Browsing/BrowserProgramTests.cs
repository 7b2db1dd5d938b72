using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Landfall.Checks.Browsing;

namespace Landfall.Checks.Tests.Browsing;

public sealed class BrowserProgramTests
{
    [Fact]
    public void Steps_OfAFile_AreWhatTheProgramReads()
    {
        var file = BrowserFileReader.Read("open /\ntype \"ä{{secret.probe}}\" into \"E-mail\"\nexpect no element .error\nexpect title ~ \"Shop\"").File!;

        Assert.Equal(
            """
            {"file":"checks/a.browser","steps":[
            {"line":1,"title":"open /","action":"open","timeout":10000,"path":"/","not":false},
            {"line":2,"title":"type \"ä{{secret.probe}}\" into \"E-mail\"","action":"type","timeout":10000,"target":{"text":"E-mail"},"value":[{"text":"ä"},{"secret":"probe"}],"not":false},
            {"line":3,"title":"expect no element .error","action":"element","timeout":10000,"target":{"css":".error"},"not":true},
            {"line":4,"title":"expect title ~ \"Shop\"","action":"title","timeout":10000,"not":false,"sign":"~","expected":"Shop"}]}
            """.ReplaceLineEndings(""),
            BrowserProgram.Steps("checks/a.browser", file));
    }

    [Fact]
    public void Program_WithTheLargestFile_FitsATaskDefinition()
    {
        // A hundred steps that fill the file, with what becomes longest in JSON.
        var step = $"type \"{new string('x', (CheckLimits.BrowserFileBytes / CheckLimits.Steps) - 20)}\" into #a\n";
        var text = "open /\n" + string.Concat(Enumerable.Repeat(step, CheckLimits.Steps - 1));
        Assert.True(Encoding.UTF8.GetByteCount(text) is > CheckLimits.BrowserFileBytes * 9 / 10 and <= CheckLimits.BrowserFileBytes);

        var steps = BrowserProgram.Steps("checks/a.browser", BrowserFileReader.Read(text).File!);
        string[] parts = [.. BrowserProgram.Arguments, steps];

        // Escaped once more, as the task definition is JSON itself; 65,536 less room for the rest of it.
        var plain = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        Assert.InRange(parts.Sum(part => JsonSerializer.SerializeToUtf8Bytes(part, plain).Length), 1, 64_000);
    }

    [Theory]
    [InlineData("probe", "LANDFALL_SECRET_PROBE")]
    [InlineData("probe-password", "LANDFALL_SECRET_PROBE_PASSWORD")]
    public void SecretVariable_OfASecret_IsItsNameInCapitals(string secret, string variable) =>
        Assert.Equal(variable, BrowserProgram.SecretVariable(secret));
}
