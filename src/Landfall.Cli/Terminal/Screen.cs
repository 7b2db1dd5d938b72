using Spectre.Console;

namespace Landfall.Cli.Terminal;

#pragma warning disable RS0030 // The one place that knows the console.

/// <summary>The two streams of a command: data for scripts, talk for people.</summary>
/// <param name="Data">Standard output: only what was asked for.</param>
/// <param name="Talk">Standard error: progress, questions, advice.</param>
/// <param name="Interactive">True when a person can be asked: input and talk are a terminal.</param>
internal sealed record Screen(IAnsiConsole Data, IAnsiConsole Talk, bool Interactive)
{
    /// <summary>What is piped into the program; a terminal is read by questions.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Makes the screen of this process; no colour and no animation where the stream is not a terminal.</summary>
    /// <returns>The screen.</returns>
    public static Screen OfProcess()
    {
        var talk = StandardStream.WasGiven(StandardStream.Error);
        return new Screen(
            StandardStream.WasGiven(StandardStream.Output)
                ? Console(System.Console.Out, System.Console.IsOutputRedirected, lossy: false, Environment.GetEnvironmentVariable)
                : Console(new ClosedWriter(), redirected: true, lossy: false, Environment.GetEnvironmentVariable),
            talk
                ? Console(System.Console.Error, System.Console.IsErrorRedirected, lossy: true, Environment.GetEnvironmentVariable)
                : Console(TextWriter.Null, redirected: true, lossy: true, Environment.GetEnvironmentVariable),
            !System.Console.IsInputRedirected && talk && !System.Console.IsErrorRedirected)
        {
            Input = System.Console.IsInputRedirected ? System.Console.In : TextReader.Null,
        };
    }

    // A file or a pipe has no width: what reads it wraps as it likes.
    private const int Unlimited = 10_000;

    // A table cut to fewer columns shows nothing; the terminal itself breaks what is wider than it is.
    private const int Narrowest = 40;

    /// <summary>Makes one of the streams.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="redirected">True for a file or a pipe.</param>
    /// <param name="lossy">True where what cannot be written is let go.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>The stream: without colour where NO_COLOR is set, and plain text for a file, a pipe and a terminal that can do nothing else.</returns>
    public static IAnsiConsole Console(TextWriter writer, bool redirected, bool lossy, Func<string, string?> variable)
    {
        var plain = redirected || variable("TERM") == "dumb";
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(redirected ? new LineEndTrimmer(new GuardedWriter(writer, lossy)) : writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain || !string.IsNullOrEmpty(variable("NO_COLOR")) ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        console.Profile.Width = redirected ? Unlimited : Math.Max(console.Profile.Width, Narrowest);
        return console;
    }
}
