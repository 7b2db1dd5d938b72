namespace Landfall.Operations.Security.Manifests;

/// <summary>An image's name.</summary>
internal static class ImageName
{
    /// <summary>Tells whether a name stands for whatever is newest.</summary>
    /// <param name="image">The name; null for one that is not known.</param>
    /// <returns>True without a tag and a digest, or with the tag <c>latest</c>.</returns>
    public static bool IsFloating(string? image)
    {
        if (string.IsNullOrWhiteSpace(image) || image.Contains('@', StringComparison.Ordinal))
            return false;
        var last = image[(image.LastIndexOf('/') + 1)..];
        return !last.Contains(':', StringComparison.Ordinal) || last.EndsWith(":latest", StringComparison.Ordinal);
    }
}
