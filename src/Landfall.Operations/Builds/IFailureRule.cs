namespace Landfall.Operations.Builds;

/// <summary>Knows one kind of failure by what is said of it.</summary>
internal interface IFailureRule
{
    /// <summary>Its name, in lower-case words with hyphens.</summary>
    string Id { get; }

    /// <summary>Looks for the failure.</summary>
    /// <param name="log">The log.</param>
    /// <returns>The failure; null where it is another one.</returns>
    BuildFailure? Explain(BuildLog log);
}
