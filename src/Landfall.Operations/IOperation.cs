namespace Landfall.Operations;

/// <summary>What every door knows of an operation before it is run.</summary>
internal interface IOperation
{
    /// <summary>Its name, in lower-case words: <c>network plan</c>. A door may join them differently.</summary>
    string Name { get; }

    /// <summary>What it does, in one sentence for a person or an agent.</summary>
    string Summary { get; }

    /// <summary>The most that it does.</summary>
    OperationEffect Effect { get; }

    /// <summary>What a door has to know of it besides.</summary>
    OperationTraits Traits { get; }

    /// <summary>The record that it takes; each property has a description.</summary>
    Type Parameters { get; }

    /// <summary>The record that it gives.</summary>
    Type Result { get; }
}
