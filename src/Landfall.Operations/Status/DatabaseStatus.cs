namespace Landfall.Operations.Status;

/// <summary>How a database is.</summary>
/// <param name="Database">Its name in the file.</param>
/// <param name="Engine">Its engine.</param>
/// <param name="State">RDS's word, for example <c>available</c>; null where there is none.</param>
internal sealed record DatabaseStatus(string Database, string Engine, string? State);
