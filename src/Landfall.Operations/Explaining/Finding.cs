namespace Landfall.Operations.Explaining;

/// <summary>Something that keeps a service from being well.</summary>
/// <param name="Id">Its rule's name.</param>
/// <param name="Cause">What it is, in plain words.</param>
/// <param name="Evidence">What shows it, in AWS's or the program's own words.</param>
/// <param name="Next">What to do about it.</param>
internal sealed record Finding(string Id, string Cause, IReadOnlyList<string> Evidence, string Next);
