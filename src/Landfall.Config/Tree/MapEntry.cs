namespace Landfall.Config.Tree;

/// <summary>A key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyMark">Where the key stands.</param>
/// <param name="Value">The value.</param>
/// <param name="Layer">0 for a default, more for what was laid over it.</param>
internal sealed record MapEntry(string Key, Mark KeyMark, ConfigNode Value, int Layer = 0);
