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
    /// <summary>The name of the service's stack.</summary>
    public string Stack => Project.Plan.AwsNames.Stack(Service);

    /// <summary>Finds it.</summary>
    /// <param name="parameters">What is released.</param>
    /// <returns>The service, which may not be deployed.</returns>
    /// <exception cref="LandfallException">The file has no such service, or a name is missing.</exception>
    public static ReleaseGround Of(ReleaseParameters parameters)
    {
        if (parameters.App is { } app)
            return new ReleaseGround(new Project(Path.GetFullPath(parameters.Folder), Nameless(app, parameters)), parameters.Service);
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var service = project.Plan.Services.FirstOrDefault(service => service.Title == parameters.Service)
            ?? throw new LandfallException(ErrorCodes.NotReleasable, $"There is no service '{parameters.Service}' in '{project.Plan.Environment}'. There are: {string.Join(", ", project.Plan.Services.Select(s => s.Title))}.");
        return service is ContainerServicePlan { Image.Released: true }
            ? new ReleaseGround(project, service.Name)
            : throw new LandfallException(ErrorCodes.NotReleasable, $"The image of '{service.Title}' comes with deployments. With 'image: {{ released: true }}' and one deployment it comes by releases.");
    }

    private static AppPlan Nameless(string app, ReleaseParameters parameters) => EmptyPlan.Of(
        app,
        parameters.Environment ?? throw new LandfallException(ErrorCodes.NotReleasable, "With --app the environment has to be named: add --env."),
        Environment.GetEnvironmentVariable("AWS_REGION") ?? throw new LandfallException(ErrorCodes.NotReleasable, "With --app the region has to be known: set AWS_REGION."));
}
