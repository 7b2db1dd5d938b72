namespace Landfall.Config.Stacks;

/// <summary>The template parameter of stacks that protect something against deletion: <c>false</c> until the stack stands.</summary>
public static class ProtectionParameter
{
    /// <summary>Its name; a contract, as every deployed stack has it.</summary>
    public const string Name = "DeletionProtection";
}
