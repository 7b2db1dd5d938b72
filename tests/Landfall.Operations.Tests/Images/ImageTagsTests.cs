using Landfall.Config;
using Landfall.Operations.Images;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.Images;

public sealed class ImageTagsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RequireDockerfiles_OneIsMissing_NamesServiceAndFile()
    {
        var project = Project();

        var e = Assert.Throws<LandfallException>(() => ImageTags.RequireDockerfiles(project.Plan, project.Root));

        Assert.Equal("LF5074", e.Code);
        Assert.Contains("'mailer'", e.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_folder.Path, "mailer", "Dockerfile"), e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RequireDockerfiles_AllAreThere_IsContent()
    {
        _folder.Write("mailer/Dockerfile", "FROM scratch\n");
        var project = Project();

        ImageTags.RequireDockerfiles(project.Plan, project.Root);
    }

    private Project Project()
    {
        _folder.Write("api/Dockerfile", "FROM scratch\n");
        _folder.Write("landfall.yaml", """
            app: shop
            region: us-east-1
            environments: { dev: {} }
            services:
              api: { type: web, image: { build: ./api } }
              mailer: { type: internal, image: { build: ./mailer } }
              proxy: { type: internal, image: "public.ecr.aws/nginx/nginx:1.27" }
            """);
        return ProjectLoader.LoadWithTags(_folder.Path, null);
    }
}
