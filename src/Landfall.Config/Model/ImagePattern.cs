namespace Landfall.Config.Model;

/// <summary>What references to images look like.</summary>
internal static class ImagePattern
{
    /// <summary>A registry, a repository, and a tag, a digest, both or neither.</summary>
    public const string Reference = "[a-z0-9][a-z0-9._-]*(:[0-9]+)?(/[a-z0-9._-]+)*(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(@sha256:[0-9a-f]{64})?";

    /// <summary>The rule in words.</summary>
    public const string ReferenceMeaning = "a registry reference such as public.ecr.aws/nginx/nginx:1.27";
}
