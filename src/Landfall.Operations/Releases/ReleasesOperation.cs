using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Releases;

/// <summary>Lists the images that a service was brought to.</summary>
internal sealed class ReleasesOperation : Operation<ReleasesParameters, ServiceReleases>
{
    /// <inheritdoc />
    public override string Name => "releases";

    /// <inheritdoc />
    public override string Summary => "List the releases of a service whose image is 'released': image, when, who, and from which commit.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<ServiceReleases> RunAsync(ReleasesParameters parameters, Agreed agreed, OperationContext context)
    {
        var ground = ReleaseGround.Of(parameters.Service, parameters.Folder, parameters.Environment, parameters.Local, parameters.App);
        using var target = await Targets.OpenAsync(ground.Project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var (_, image) = await new ImageChange(ground, ground.Project, target, context).FindAsync().ConfigureAwait(false);
        using var store = new AccountTrailStore(target, ground.Project.Plan);
        return new ServiceReleases(
            ground.Project.Plan.App, ground.Project.Plan.Environment, parameters.Service, image, await PastRelease.ListAsync(store, ground, context.Stop).ConfigureAwait(false));
    }
}
