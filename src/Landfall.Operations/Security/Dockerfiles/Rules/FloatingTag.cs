using Landfall.Operations.Security.Manifests;

namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>A base image without a tag, or by <c>latest</c>.</summary>
internal sealed class FloatingTag() : DockerRule(new(
    "docker-floating-tag", "The base image is whatever 'latest' is at the build", Severity.Medium, "CIS Docker 4.2",
    "Another image can come tomorrow under the same name, with other programs and other holes.",
    "Name a version, better with the digest: 'FROM node:22.11-alpine@sha256:…'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file) =>
        file.Stages.Where(stage => stage.Base is null && stage.Image != "scratch" && ImageName.IsFloating(Expansion.Of(stage.Image, stage.Arguments)))
            .Select(stage => At(stage, stage.From));
}
