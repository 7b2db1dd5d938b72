using Landfall.Config.Plan;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.Projects;

public sealed class ProjectLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ProjectLoaderTests()
    {
        _folder.Write("landfall.yaml", """
            app: shop
            region: us-east-1
            environments: { dev: {} }
            services: { api: { type: web, image: { build: ./api }, port: 80 } }
            """);
        _folder.Write("api/Dockerfile", "FROM scratch\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_ImageThatIsBuilt_DoesNotReadWhatItIsBuiltFrom() =>
        Assert.Null(Image(ProjectLoader.Load(_folder.Path, "dev")).Tag);

    [Fact]
    public void LoadWithTags_ChangedContext_GivesAnotherTag()
    {
        var before = Image(ProjectLoader.LoadWithTags(_folder.Path, "dev")).Tag;
        _folder.Write("api/main.txt", "new");

        var after = Image(ProjectLoader.LoadWithTags(_folder.Path, "dev")).Tag;

        Assert.NotNull(before);
        Assert.NotEqual(before, after);
    }

    private static ImagePlan Image(Project project) => ((ContainerServicePlan)Assert.Single(project.Plan.Services)).Image;
}
