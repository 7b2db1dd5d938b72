namespace Landfall.Config.Plan;

/// <summary>
/// Where a container image comes from: exactly one of <see cref="Reference"/>, <see cref="Build"/> and <see cref="Released"/>
/// is set.
/// </summary>
public sealed record ImagePlan
{
    /// <summary>A registry reference, for example <c>public.ecr.aws/nginx/nginx:1.27</c>.</summary>
    public required string? Reference { get; init; }

    /// <summary>How to build it.</summary>
    public required ImageBuildPlan? Build { get; init; }

    /// <summary>True where it is what was released last, which stands in <see cref="Stacks.AwsNames.ImageParameter"/>.</summary>
    public required bool Released { get; init; }

    /// <summary>
    /// The service (its name in AWS) whose repository has the image: its own, or that of another one with the same build. Null
    /// for a reference.
    /// </summary>
    public required string? Repository { get; init; }

    /// <summary>Content hash of the build's inputs: the tag under which the image is pushed; null for a reference.</summary>
    public required string? Tag { get; init; }

    /// <summary>Digest of the pushed image (<c>sha256:…</c>), or null when it has not been pushed.</summary>
    public required string? Digest { get; init; }
}
