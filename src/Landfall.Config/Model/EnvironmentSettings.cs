using Landfall.Config.Limits;
using Landfall.Config.Tree;

namespace Landfall.Config.Model;

/// <summary>One environment after the overrides have been laid over the defaults.</summary>
/// <param name="App">The application's name.</param>
/// <param name="Name">The environment's name.</param>
/// <param name="Place">Where the environment's name stands.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="IsExtended">True where the file names a synth host of its own.</param>
/// <param name="Quotas">What is known of the quotas of its account.</param>
internal sealed record EnvironmentSettings(string App, string Name, Mark Place, SettingsModel Settings, bool IsExtended, AccountQuotas Quotas);
