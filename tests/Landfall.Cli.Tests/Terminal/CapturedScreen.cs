using Landfall.Cli.Terminal;
using Spectre.Console;

namespace Landfall.Cli.Tests.Terminal;

/// <summary>A screen of a fixed width without colour, kept as text.</summary>
internal sealed class CapturedScreen
{
    private readonly StringWriter _data = Writer();
    private readonly StringWriter _talk = Writer();

    public CapturedScreen(int width)
    {
        Screen = new Screen(Console(_data, width), Console(_talk, width), Interactive: false);
    }

    public Screen Screen { get; }

    /// <summary>What standard output got.</summary>
    public string Data => _data.ToString();

    /// <summary>What standard error got.</summary>
    public string Talk => _talk.ToString();

    /// <summary>What standard output and standard error got, each under its heading; spaces at line ends do not count.</summary>
    public string Text => $"--- stdout\n{Trimmed(_data)}--- stderr\n{Trimmed(_talk)}";

    private static StringWriter Writer() => new() { NewLine = "\n" };

    private static string Trimmed(StringWriter writer) =>
        string.Join('\n', writer.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));

    private static IAnsiConsole Console(TextWriter writer, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = width;
        return console;
    }
}
