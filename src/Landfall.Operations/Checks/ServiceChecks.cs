using Landfall.Aws.SystemsManager;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Checks;

/// <summary>The checks that a service has in its rollouts, and where it is asked from outside.</summary>
internal static class ServiceChecks
{
    /// <summary>Finds them.</summary>
    /// <param name="parameters">Which service, and of which environment.</param>
    /// <param name="context">Who asks.</param>
    /// <returns>The files, as the service's file calls them and where they are; the address, or null where one was given; and the tasks.</returns>
    /// <exception cref="LandfallException">There is no such service, it has no checks, or nobody outside can ask it.</exception>
    public static async Task<(IReadOnlyList<(string Name, string Path)> Files, string? Url, IReadOnlyList<string> Tasks)> FindAsync(CheckParameters parameters, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, local: false);
        var plan = project.Plan;
        var scaled = plan.Services.OfType<ScaledServicePlan>().ToList();
        var service = scaled.FirstOrDefault(s => s.Title == parameters.What) ?? throw new LandfallException(
            ErrorCodes.ServiceUnknown,
            $"'{parameters.What}' is no check file, and no service of '{plan.Environment}' that is deployed with checks. {Known(scaled)}");
        if (service.Deploy.Checks.Count == 0)
            throw new LandfallException(ErrorCodes.CheckFile, $"'{service.Title}' has no 'deploy.checks' in '{plan.Environment}'. {Known(scaled)}");
        var files = service.Deploy.Checks.Select(check => check.File ?? check.Browser?.File).OfType<string>().Distinct().Select(file => (file, Path.Combine(project.Root, file))).ToList();
        var tasks = service.Deploy.Checks.Select(check => check.Task?.Title).OfType<string>().ToList();
        if (files.Count == 0)
            throw new LandfallException(ErrorCodes.CheckTasksAlone, $"'{service.Title}' is checked by tasks alone ({string.Join("; ", tasks)}), which run in the network of '{plan.Environment}' while a rollout is under way. Run the command yourself with 'landfall run', or add a check file.");
        return (files, parameters.Url is null ? await AddressAsync(plan, service, context).ConfigureAwait(false) : null, tasks);
    }

    private static string Known(IReadOnlyList<ScaledServicePlan> services) =>
        services.Where(s => s.Deploy.Checks.Count > 0).Select(s => s.Title).ToList() is { Count: > 0 } with
            ? $"These have checks: {string.Join(", ", with)}."
            : "No service has checks: add 'deploy: { checks: [checks/api.http] }', or name a file.";

    /// <summary>Finds where a service is asked from outside.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="service">The service.</param>
    /// <param name="context">Who asks.</param>
    /// <returns>The address.</returns>
    /// <exception cref="LandfallException">Nobody outside can ask it.</exception>
    public static async Task<string> AddressAsync(AppPlan plan, ScaledServicePlan service, OperationContext context)
    {
        if (service is not WebServicePlan web)
            throw new LandfallException(ErrorCodes.CheckAddress, $"'{service.Title}' is inside the network of '{plan.Environment}', where its rollouts check it. Give an address as --url that leads there from here, such as a tunnel's.");
        if (PublicNames.Of(plan, web) is { } name)
            return $"{(plan.Domain is null ? "http" : "https")}://{name}";
        if (web.Hosts.Count > 0)
            throw new LandfallException(ErrorCodes.CheckAddress, $"'{service.Title}' answers to {string.Join(", ", web.Hosts)}. Give one of these names as --url.");
        using var target = await Targets.OpenAsync(plan, local: false, context.Time, context.Stop).ConfigureAwait(false);
        using var store = new ParameterStore(target.Session);
        return await store.FindAsync($"{plan.ParameterRoot}/{AwsNames.UrlPart}", context.Stop).ConfigureAwait(false) ?? throw new LandfallException(
            ErrorCodes.CheckAddress,
            $"'{plan.Environment}' has no public address: it is not deployed. Deploy it, or give an address as --url.");
    }
}
