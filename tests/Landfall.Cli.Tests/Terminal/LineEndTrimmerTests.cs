using Landfall.Cli.Terminal;
using Spectre.Console;

namespace Landfall.Cli.Tests.Terminal;

public sealed class LineEndTrimmerTests
{
    [Fact]
    public void Write_TableInAPipe_HasNoSpacesAtLineEnds()
    {
        using var text = new StringWriter();
        using var trimmer = new LineEndTrimmer(text);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(trimmer) });

        console.Write(new Table().Border(TableBorder.None).AddColumns("A", "B").AddRow("first", "short").AddRow("second", "a longer text"));

        Assert.Equal(["A      B", "first  short", "second a longer text", ""], text.ToString().ReplaceLineEndings("\n").Split('\n'));
    }
}
