namespace Landfall.Benchmarks;

/// <summary>A program to measure.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Program">The program and its arguments.</param>
/// <param name="Output">The folder that it writes templates to, or null.</param>
/// <param name="Anew">True to delete that folder before each run.</param>
internal sealed record Subject(string Name, IReadOnlyList<string> Program, string? Output = null, bool Anew = false)
{
    /// <summary>What happens before each run, outside the measured time; it gets the number of the run.</summary>
    public Action<int> Before { get; init; } = _ => { };

    /// <summary>True where a synth host may stay from run to run.</summary>
    public bool Warm { get; init; }
}
