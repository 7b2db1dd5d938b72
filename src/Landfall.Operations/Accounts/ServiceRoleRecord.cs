using Landfall.Config;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Accounts;

/// <summary>What is recorded of an account's service-linked roles; nothing of the local AWS's, which ends with its process.</summary>
/// <param name="project">The project and environment.</param>
/// <param name="local">True for the local AWS.</param>
internal sealed class ServiceRoleRecord(Project project, bool local)
{
    private readonly ContextFile _file = new(project.Root, local: false);

    /// <summary>The services whose roles are there; none where nobody has looked.</summary>
    public IReadOnlyList<string> Services => local ? [] : Region(_file.Read())?.ServiceRoles ?? [];

    /// <summary>Records roles that have been made, where the account's are recorded.</summary>
    /// <param name="services">The services that have theirs now.</param>
    public void Write(IReadOnlyList<string> services)
    {
        var facts = _file.Read();
        if (!local && Region(facts) is { ServiceRoles: { } before } region && !services.SequenceEqual(before))
            _file.Write(facts.With(project.Plan.Account, project.Plan.Region, region with { ServiceRoles = services }));
    }

    private RegionFacts? Region(KnownFacts facts) => facts.Of(project.Plan.Account, project.Plan.Region);
}
