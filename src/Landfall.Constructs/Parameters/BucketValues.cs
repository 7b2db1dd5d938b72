namespace Landfall.Constructs.Parameters;

/// <summary>What the data stack publishes of a bucket.</summary>
/// <param name="name">The bucket's name in the file.</param>
public sealed class BucketValues(string name)
{
    /// <summary>The bucket's name in AWS.</summary>
    public SharedValue Name => new($"buckets/{name}/name", "Bucket", Lasting: true);
}
