using Landfall.Config.Tree;

namespace Landfall.Config.Validation;

/// <summary>A name in AWS that Landfall derives from the file.</summary>
/// <param name="Space">The resources that cannot share it.</param>
/// <param name="Kind">What gets it.</param>
/// <param name="Name">The name.</param>
/// <param name="Owner">The thing in the file that it comes from, for a message.</param>
/// <param name="Mark">Where that stands.</param>
internal sealed record DerivedName(NameSpace Space, string Kind, string Name, string Owner, Mark Mark);
