namespace Landfall.Operations.Images;

/// <summary>An image's name, taken apart as container engines do.</summary>
/// <param name="Registry">The registry's host, with its port where there is one.</param>
/// <param name="Repository">The repository in it.</param>
/// <param name="Version">A tag, or a digest (<c>sha256:…</c>).</param>
internal sealed record ImageReference(string Registry, string Repository, string Version)
{
    /// <summary>
    /// Takes a name apart: what stands before the first slash is a host where it has a dot or a port or is <c>localhost</c>; other names
    /// are Docker Hub's, and those of one part its own images (https://github.com/distribution/reference).
    /// </summary>
    /// <param name="name">The name, for example <c>public.ecr.aws/nginx/nginx:1.27</c>.</param>
    /// <returns>Its parts.</returns>
    public static ImageReference Of(string name)
    {
        var (image, digest) = name.Split('@', 2) is [var before, var after] ? (before, after) : (name, null);
        var colon = image.LastIndexOf(':') is var at && at > image.LastIndexOf('/') ? at : -1;
        var (path, tag) = colon < 0 ? (image, "latest") : (image[..colon], image[(colon + 1)..]);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : path[..slash];
        var isHost = first == "localhost" || first.Contains('.', StringComparison.Ordinal) || first.Contains(':', StringComparison.Ordinal);
        var (host, repository) = isHost ? (first, path[(slash + 1)..]) : ("docker.io", path);
        return host is "docker.io" or "index.docker.io"
            ? new ImageReference("registry-1.docker.io", repository.Contains('/', StringComparison.Ordinal) ? repository : $"library/{repository}", digest ?? tag)
            : new ImageReference(host, repository, digest ?? tag);
    }
}
