using Landfall.Aws.SystemsManager;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.Opening;

/// <summary>Finds the address that a service or site has on the internet.</summary>
internal sealed class OpenOperation : Operation<OpenParameters, PublicAddress>
{
    /// <inheritdoc />
    public override string Name => "open";

    /// <inheritdoc />
    public override string Summary => "Print the address of a service or site, and open it in a browser where there is a terminal.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<PublicAddress> RunAsync(OpenParameters parameters, Agreed agreed, OperationContext context)
    {
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        var service = ServiceChoice.Of(plan, [parameters.Service])[0];
        if (service is not (WebServicePlan or SiteServicePlan))
            throw new LandfallException(ErrorCodes.NoAddress, $"'{service.Title}' has no address on the internet. Web services and sites do{(service is InternalServicePlan ? $"; 'landfall tunnel {service.Title}' leads to a private one" : "")}.");
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        using var store = new ParameterStore(target.Session);
        var url = await store.FindAsync(new PublishedAddresses(plan).PublicUrl(service.Name), context.Stop).ConfigureAwait(false)
            ?? throw NotDeployed.Of(plan, service.Title);
        // What came from AWS is handed to a program of this machine: only an address of the web.
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? new PublicAddress(plan.App, plan.Environment, service.Title, address)
            : throw new LandfallException(ErrorCodes.NoAddress, $"'{service.Title}' is published as '{url}', which is no address of the web.");
    }
}
