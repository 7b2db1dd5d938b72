using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.Explaining;

/// <summary>Why a service is not well, in plain words, with what shows it and what to do.</summary>
internal sealed class ExplainOperation : Operation<ExplainParameters, Explanation>
{
    /// <inheritdoc />
    public override string Name => "explain";

    /// <inheritdoc />
    public override string Summary => "Explain why a service is not well: the likely causes, what shows them, and what to do.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Sensitive;

    /// <inheritdoc />
    public override async Task<Explanation> RunAsync(ExplainParameters parameters, Agreed agreed, OperationContext context)
    {
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        if (ServiceChoice.Of(plan, [parameters.Service])[0] is not ContainerServicePlan service || service is JobServicePlan)
        {
            var others = plan.Services.Where(s => s is ContainerServicePlan and not JobServicePlan).Select(s => s.Title);
            throw new LandfallException(ErrorCodes.ServiceUnknown, $"'{parameters.Service}' is a {(plan.Services.Any(s => s is SiteServicePlan && s.Title == parameters.Service) ? "site" : "job")}, of which ECS keeps no task running. These can be explained: {string.Join(", ", others.DefaultIfEmpty("none"))}. 'landfall status {parameters.Service}' shows how it is.");
        }

        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return await new ServiceExplainer(target, plan, service).RunAsync(context.Time.GetUtcNow(), context.Stop).ConfigureAwait(false);
    }
}
