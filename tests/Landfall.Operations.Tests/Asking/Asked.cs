using Landfall.Operations.Asking;

namespace Landfall.Operations.Tests.Asking;

/// <summary>Questions and times for tests of answers.</summary>
internal static class Asked
{
    public static DateTimeOffset Noon { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static AskedQuestion About(Topic topic, params string[] services) => new(topic, services, AskedTime.Unsaid);

    /// <summary>An answer as lines: whether it is known, the text, what it rests on, commands.</summary>
    public static string Lines(AnswerText answer) =>
        string.Join('\n', (IEnumerable<string>)[$"{(answer.Known ? "" : "? ")}{answer.Text}", .. answer.Figures.Select(figure => $"- {figure}"), .. answer.Evidence.Select(command => $"> {command}")]);
}
