using GraphQL.Types;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>A refusal as a type of the schema: one per kind of <see cref="DomainError"/>.</summary>
internal interface IErrorType : IObjectGraphType
{
    Type ErrorKind { get; }
}

/// <inheritdoc cref="IErrorType"/>
internal class ErrorType<T> : ObjectType<T>, IErrorType
    where T : DomainError
{
    public ErrorType(string name, string description)
        : base(name, description)
    {
        Value(
            "message",
            "String!",
            error => error.Text,
            "For a person, in Thai where Accept-Language asks for it, else in English."
        );
        Value("code", "String!", error => error.Code, "For a program; stable.");
        Value(
            "index",
            "Int",
            error => error.Index,
            "Which item of a list in the input it is about, from 0; else null."
        );
    }

    public Type ErrorKind => typeof(T);
}

/// <summary>What all refusals have in common.</summary>
internal static class ErrorInterface
{
    public static InterfaceGraphType Of(IReadOnlyList<IErrorType> types)
    {
        var byKind = types.ToDictionary(type => type.ErrorKind);
        var error = new InterfaceGraphType
        {
            Name = "Error",
            Description = "Why a mutation was refused. Nothing was changed then.",
            ResolveType = value => byKind[value.GetType()],
        };
        error.AddField(TypeNames.Field("message", "String!", "For a person."));
        error.AddField(TypeNames.Field("code", "String!", "For a program; stable."));
        error.AddField(TypeNames.Field("index", "Int", "Which item of a list in the input it is about; else null."));
        foreach (var type in types)
        {
            type.AddResolvedInterface(error);
            error.AddPossibleType(type);
        }

        return error;
    }
}
