using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A container image: exactly one of the three.</summary>
[Shorthand(nameof(Reference))]
internal sealed record ImageModel : Section
{
    [Key("A registry reference, for example public.ecr.aws/nginx/nginx:1.27.",
        Pattern = ImagePattern.Reference, PatternMeaning = ImagePattern.ReferenceMeaning)]
    public string? Reference { get; init; }

    [Key("How to build it: the folder with the Dockerfile, or details.")]
    public ImageBuildModel? Build { get; init; }

    [Key("True where the image comes by 'landfall release', from a team's own repository: a deployment leaves it as it is, and before the first one the service runs no task. For web, internal and worker services.")]
    public bool Released { get; init; }
}
