namespace Landfall.Constructs.Parameters;

/// <summary>What the data stack publishes of a service's image repository.</summary>
/// <param name="service">The service's name in the file.</param>
public sealed class RepositoryValues(string service)
{
    /// <summary>The repository's address, without a tag.</summary>
    public SharedValue Uri => new($"repositories/{service}/uri", "Image repository", Lasting: true);
}
