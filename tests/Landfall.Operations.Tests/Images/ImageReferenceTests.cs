using Landfall.Operations.Images;

namespace Landfall.Operations.Tests.Images;

public sealed class ImageReferenceTests
{
    [Theory]
    [InlineData("nginx", "registry-1.docker.io", "library/nginx", "latest")]
    [InlineData("nginx:1.27", "registry-1.docker.io", "library/nginx", "1.27")]
    [InlineData("grafana/k6:1.0", "registry-1.docker.io", "grafana/k6", "1.0")]
    [InlineData("docker.io/nginx", "registry-1.docker.io", "library/nginx", "latest")]
    [InlineData("public.ecr.aws/nginx/nginx:1.27", "public.ecr.aws", "nginx/nginx", "1.27")]
    [InlineData("localhost/a", "localhost", "a", "latest")]
    [InlineData("localhost:5000/a/b", "localhost:5000", "a/b", "latest")]
    [InlineData("ghcr.io/a/b:1@sha256:0a", "ghcr.io", "a/b", "sha256:0a")]
    public void Of_Name_IsTakenApartAsEnginesDo(string name, string registry, string repository, string version) =>
        Assert.Equal(new ImageReference(registry, repository, version), ImageReference.Of(name));
}
