namespace Landfall.AIOps.Logs;

/// <summary>All that a <see cref="LogTemplateMiner"/> has learnt, as plain data that any serializer writes and reads.</summary>
/// <param name="Lines">How many lines were read.</param>
/// <param name="NextId">The id that the next template gets.</param>
/// <param name="Templates">The templates, oldest first.</param>
/// <param name="Merged">Ids of templates that became part of another one, with that one's, in the order in which it happened.</param>
public sealed record LogTemplateMinerState(
    long Lines,
    long NextId,
    IReadOnlyList<LogTemplateState> Templates,
    IReadOnlyList<KeyValuePair<long, long>> Merged);
