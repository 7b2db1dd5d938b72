namespace Landfall.Operations.Processes;

/// <summary>A program to run. Arguments are passed one by one: no shell ever reads them.</summary>
/// <param name="Program">The program's name or path.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record ProcessSpec(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The folder that it runs in, or null for the current one.</summary>
    public string? Folder { get; init; }

    /// <summary>Environment variables set on top of this process's own; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>False for a program that goes on: its lines are told as they come, and not kept.</summary>
    public bool Collected { get; init; } = true;

    /// <summary>Text given on standard input, or null for none.</summary>
    public string? Input { get; init; }
}
