namespace Landfall.Operations.Doctor;

/// <summary>How something that was looked at is.</summary>
internal enum SymptomState
{
    /// <summary>It is as it should be.</summary>
    Well,

    /// <summary>It works, and will not always.</summary>
    Soon,

    /// <summary>Something does not work with it.</summary>
    Broken,

    /// <summary>It could not be looked at.</summary>
    Unseen,
}
