using System.Text.RegularExpressions;
using Landfall.Cli.Terminal;
using Spectre.Console;

namespace Landfall.Cli.Tests.Terminal;

/// <summary>Colour where a terminal can show it, and nowhere else.</summary>
public partial class ColourTests
{
    [Theory]
    [InlineData("xterm-256color", "1", false, true)]
    [InlineData("dumb", null, false, false)]
    [InlineData("xterm-256color", null, true, false)]
    public void Console_NoColourWanted_WritesNone(string term, string? noColor, bool redirected, bool mayBeBold)
    {
        using var writer = new StringWriter();
        var console = Screen.Console(writer, redirected, lossy: false, name => name == "TERM" ? term : name == "NO_COLOR" ? noColor : null);

        console.Write(new Text("failed", StatusStyle.Failed));
        console.Profile.Out.Writer.Flush();

        Assert.Contains("failed", writer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotMatch(Colour(), writer.ToString());
        Assert.True(mayBeBold || !writer.ToString().Contains('\u001b', StringComparison.Ordinal));
        Assert.Equal(ColorSystem.NoColors, console.Profile.Capabilities.ColorSystem);
    }

    /// <summary>What went well is green and what failed is red, also as a terminal of sixteen colours gets it.</summary>
    [Theory]
    [InlineData("CREATE_COMPLETE", "32")]
    [InlineData("UPDATE_FAILED", "91")]
    [InlineData("ROLLBACK_COMPLETE", "91")]
    public void Of_Status_HasItsColour(string status, string code)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard });

        console.Write(new Text(status, StatusStyle.Of(status)));

        Assert.Contains($"{code}m{status}", writer.ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\x1b\[(\d+;)*(3|4|9|10)\d")]
    private static partial Regex Colour();
}
