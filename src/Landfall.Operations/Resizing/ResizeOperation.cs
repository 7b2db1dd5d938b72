using System.Globalization;
using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Config.Plan;
using Landfall.Operations.Editing;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Resizing;

/// <summary>
/// Changes the size of a service or database in the file: what is changed in the account alone comes back with the next deployment,
/// and <c>deploy</c> says first whether the new size interrupts.
/// </summary>
internal sealed class ResizeOperation : Operation<ResizeParameters, ResizeReport>
{
    /// <inheritdoc />
    public override string Name => "resize";

    /// <inheritdoc />
    public override string Summary => "Change the size of a service's tasks or of a database in the file, for the next deployment.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<ResizeReport> RunAsync(ResizeParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, local: false);
        var (section, has) = Sizes(project.Plan, parameters.Name);
        var given = Given(parameters);
        if (given.Count == 0)
            throw new LandfallException(ErrorCodes.ResizeChoice, $"Give the size of '{parameters.Name}': {string.Join(", ", has.Select(size => $"{size.Option} (now {size.Value})"))}.");
        if (given.Keys.FirstOrDefault(option => has.All(size => size.Option != option)) is { } foreign)
            throw new LandfallException(ErrorCodes.ResizeChoice, $"'{parameters.Name}' has no {foreign}. It has {string.Join(", ", has.Select(size => $"{size.Option} (now {size.Value})"))}.");

        List<ResizedKey> keys = [.. has.Where(size => given.ContainsKey(size.Option)).Select(size => new ResizedKey(size.Key, size.Value, given[size.Option]))];
        List<KeyEdit> edits = [.. keys.Select(key => new KeyEdit(section, parameters.Name, key.Key, key.To))];
        var path = ConfigFile.Find(project.Root);
        var rewrite = await FileRewrite.OfAsync(path, project.Plan.Environment, edits, context.Stop).ConfigureAwait(false);
        var written = !parameters.DryRun && rewrite.Difference.Length > 0;
        if (written)
            await rewrite.WriteAsync(agreed, context).ConfigureAwait(false);
        return new ResizeReport(project.Plan.App, project.Plan.Environment, parameters.Name, Path.GetFileName(path), keys, rewrite.Difference, written);
    }

    private static Dictionary<string, string> Given(ResizeParameters parameters) => new (string Option, string? Value)[]
    {
        ("--cpu", parameters.Cpu), ("--memory", parameters.Memory), ("--instance", parameters.Instance), ("--storage", parameters.Storage),
        ("--min-capacity", parameters.MinCapacity), ("--max-capacity", parameters.MaxCapacity),
    }.Where(size => size.Value is not null).ToDictionary(size => size.Option, size => size.Value!, StringComparer.Ordinal);

    private static (string Section, IReadOnlyList<(string Option, string Key, string Value)> Sizes) Sizes(AppPlan plan, string name)
    {
        if (plan.Services.OfType<ContainerServicePlan>().FirstOrDefault(service => service.Title == name) is { } found)
            return ("services", [("--cpu", "cpu", Text(found.Task.Cpu)), ("--memory", "memory", Text(found.Task.Memory))]);
        if (plan.Databases.FirstOrDefault(database => database.Title == name) is not { } one)
            throw new LandfallException(ErrorCodes.ServiceUnknown, $"'{name}' is no service with tasks and no database of '{plan.Environment}'. There are {Names(plan)}.");
        return ("databases", one.Engine.IsAurora()
            ? [("--min-capacity", "capacity.min", Text(one.MinCapacity)), ("--max-capacity", "capacity.max", Text(one.MaxCapacity))]
            : [("--instance", "instance", one.InstanceClass), ("--storage", "storage", Text(one.StorageGiB))]);
    }

    private static string Names(AppPlan plan) => string.Join(
        ", ",
        plan.Services.OfType<ContainerServicePlan>().Select(service => service.Title).Concat(plan.Databases.Select(database => database.Title)).Order(StringComparer.Ordinal).DefaultIfEmpty("none"));

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
