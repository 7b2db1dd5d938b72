using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Addons;

/// <summary>A resource of an addon as the file has it.</summary>
/// <param name="Section">The section: <c>tables</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What is said of it.</param>
/// <param name="Services">The services that use it; none where it is an environment's.</param>
internal sealed record AddonResource(string Section, string Name, JsonObject Value, IReadOnlyList<string> Services);
