using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Resolution;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Releases;

/// <summary>Which service is released: by the file, or by names alone for a team's repository that has none.</summary>
/// <param name="Project">The project.</param>
/// <param name="Service">The service's name in AWS.</param>
internal sealed record ReleaseGround(Project Project, string Service)
{
    internal const string ServiceText = "The service's name in the file, or with --app the last part of its stack's name.";
    internal const string AppText = "The application's name, for a team's repository that has no landfall.yaml; with --env, in AWS_REGION.";

    /// <summary>The name of the service's stack.</summary>
    public string Stack => Project.Plan.AwsNames.Stack(Service);

    /// <summary>Finds it.</summary>
    /// <param name="name">The service's name in the file, or with an application that in AWS.</param>
    /// <param name="folder">The project's folder.</param>
    /// <param name="environment">The environment, or null for the first in the file.</param>
    /// <param name="local">True for the local AWS.</param>
    /// <param name="app">The application, where there is no file.</param>
    /// <returns>The service, which may not be deployed.</returns>
    /// <exception cref="LandfallException">The file has no such service, or a name is missing.</exception>
    public static ReleaseGround Of(string name, string folder, string? environment, bool local, string? app)
    {
        if (app is not null)
            return new ReleaseGround(new Project(Path.GetFullPath(folder), Nameless(app, environment)), name);
        var project = ProjectLoader.Load(folder, environment, local);
        var service = project.Plan.Services.FirstOrDefault(service => service.Title == name)
            ?? throw new LandfallException(ErrorCodes.NotReleasable, $"There is no service '{name}' in '{project.Plan.Environment}'. There are: {string.Join(", ", project.Plan.Services.Select(s => s.Title))}.");
        return service is ContainerServicePlan { Image.Released: true }
            ? new ReleaseGround(project, service.Name)
            : throw new LandfallException(ErrorCodes.NotReleasable, $"The image of '{service.Title}' comes with deployments. With 'image: {{ released: true }}' and one deployment it comes by releases.");
    }

    private static AppPlan Nameless(string app, string? environment) => EmptyPlan.Of(
        app,
        environment ?? throw new LandfallException(ErrorCodes.NotReleasable, "With --app the environment has to be named: add --env."),
        Environment.GetEnvironmentVariable("AWS_REGION") ?? throw new LandfallException(ErrorCodes.NotReleasable, "With --app the region has to be known: set AWS_REGION."));
}
