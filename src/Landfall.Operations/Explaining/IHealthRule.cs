namespace Landfall.Operations.Explaining;

/// <summary>Knows one cause for which a service is not well.</summary>
internal interface IHealthRule
{
    /// <summary>Its name, in lower-case words with hyphens.</summary>
    string Id { get; }

    /// <summary>Looks for the cause.</summary>
    /// <param name="facts">What is known of the service.</param>
    /// <returns>What was found; null where it is another cause.</returns>
    Finding? Explain(ServiceCase facts);
}
