namespace Landfall.Checks.Browsing;

/// <summary>A step of a browser file.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Title">The step as the file has it: secrets are named in it, and not their values.</param>
/// <param name="Action">What it does.</param>
/// <param name="Timeout">How long it may take, in milliseconds; until then what it needs is looked for again.</param>
internal sealed record BrowserStep(int Line, string Title, StepAction Action, int Timeout)
{
    /// <summary>What follows the service's address, from a slash on; of <see cref="StepAction.Open"/>.</summary>
    public string? Path { get; init; }

    /// <summary>What is clicked, written into or expected.</summary>
    public StepTarget? Target { get; init; }

    /// <summary>What is typed.</summary>
    public IReadOnlyList<TypedPart>? Value { get; init; }

    /// <summary>The key that is pressed.</summary>
    public string? Key { get; init; }

    /// <summary>Whether a text or an element is expected not to be there.</summary>
    public bool Not { get; init; }

    /// <summary>The sign of the comparison of a title or an address.</summary>
    public string? Sign { get; init; }

    /// <summary>The text that is expected.</summary>
    public string? Expected { get; init; }
}
