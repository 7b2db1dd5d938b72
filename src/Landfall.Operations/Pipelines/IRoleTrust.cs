using System.Text.Json.Nodes;
using Landfall.Config.Pipelines;

namespace Landfall.Operations.Pipelines;

/// <summary>Whom the roles of an environment trust.</summary>
internal interface IRoleTrust
{
    /// <summary>The statement of a role's trust policy.</summary>
    /// <param name="place">The environment.</param>
    /// <param name="deploys">True for the role that deploys, false for the one that reads.</param>
    /// <returns>The statement.</returns>
    JsonObject Statement(RolePlace place, bool deploys);

    /// <summary>Adds to a template what the trust needs besides.</summary>
    /// <param name="template">The template, whose resources are there.</param>
    void Complete(JsonObject template);
}
