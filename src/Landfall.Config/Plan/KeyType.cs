namespace Landfall.Config.Plan;

/// <summary>DynamoDB's key attribute types.</summary>
public enum KeyType
{
    /// <summary>A string.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Bytes.</summary>
    Binary,
}
