using System.Globalization;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>A value of an argument, as a request gives it.</summary>
/// <param name="Type">The type of its place, as the schema writes it: "[ProjectSortInput!]".</param>
internal abstract record Given(string Type)
{
    /// <summary>Null, however it is given.</summary>
    public bool IsNull => this is GivenValue { Value: null };

    /// <summary>Whether it asks for nothing at all: null, or a variable without a value.</summary>
    public bool IsAbsent => IsNull || this is GivenMissing;

    /// <summary>Whether there is a variable without a value in it.</summary>
    public abstract bool HasMissing { get; }
}

/// <summary>An input object, its members in order.</summary>
internal sealed record GivenObject(string Type, IReadOnlyList<(string Name, Given Value)> Members) : Given(Type)
{
    public override bool HasMissing => Members.Any(member => member.Value.HasMissing);
}

internal sealed record GivenList(string Type, IReadOnlyList<Given> Items) : Given(Type)
{
    public override bool HasMissing => Items.Any(item => item.HasMissing);
}

/// <summary>A scalar as the domain has it, an enum's value as a word, or null.</summary>
internal sealed record GivenValue(string Type, object? Value) : Given(Type)
{
    public override bool HasMissing => false;
}

/// <summary>A variable that has no value.</summary>
internal sealed record GivenMissing(string Type) : Given(Type)
{
    public override bool HasMissing => true;
}

/// <summary>A word of an enum.</summary>
internal sealed record EnumWord(string Word)
{
    public static EnumWord Of(object value) => new(EnumText.ToScreamingSnake(value.ToString()!));
}

/// <summary>Values as they stand in requests and answers.</summary>
internal static class Told
{
    /// <summary>A value of the domain as an answer tells it: a text, a number, yes or no.</summary>
    public static object? Of(object? value) =>
        value switch
        {
            Enum word => EnumWord.Of(word).Word,
            EnumWord word => word.Word,
            NodeId id => id.ToString(),
            Guid id => id.ToString(),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset moment => moment.UtcDateTime.ToString(
                "yyyy-MM-ddTHH:mm:ss.FFFFFFZ",
                CultureInfo.InvariantCulture
            ),
            int number => (decimal)number,
            _ => value,
        };
}
