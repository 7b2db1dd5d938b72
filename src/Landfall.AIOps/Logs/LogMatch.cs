namespace Landfall.AIOps.Logs;

/// <summary>What became of one line.</summary>
/// <param name="TemplateId">The template it belongs to. Ids are never reused; templates found to be one keep the oldest's.</param>
/// <param name="Change">Whether the line taught something.</param>
public readonly record struct LogMatch(long TemplateId, LogMatchChange Change);
