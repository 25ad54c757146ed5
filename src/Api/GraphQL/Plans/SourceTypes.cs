using GraphQL;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Api.GraphQL.Plans;

internal sealed class SourceType : ObjectType<Source>
{
    public const string NullWhere = " Null where the plan was not read from a document, or it is not printed there.";

    public SourceType()
        : base("Source", "Where in the document that a plan was read from something is printed.")
    {
        Value("line", "Int!", source => source.Line, "The line of the document it begins at, from 1.");
        Value(
            "table",
            "Int",
            source => source.Table,
            "Which of the document's tables it is in, from 1; null for running text."
        );
        Value("row", "Int", source => source.Row, "The row of that table, from 1, its headers included.");
        Value("column", "Int", source => source.Column, "The cell of that row, from 1.");
        Value("rawText", "String!", source => source.RawText, "What stands there, as it stands there.");
    }

    /// <summary>Where a member of a part is printed; read together with all that is asked for at this level.</summary>
    public static object Load(IResolveFieldContext context, Guid owner, string member) =>
        OperationReads
            .Of(context)
            .Sources.Load(owner, sources => sources.FirstOrDefault(source => source.Member == member)?.Source);
}

internal sealed class MemberSourceType : ObjectType<PrintedSource>
{
    public MemberSourceType()
        : base("MemberSource", "Where a member of something is printed.")
    {
        Value(
            "member",
            "String!",
            source => source.Member,
            "Its name in the plan file: \"statedBudget\", \"periodPrinted\", \"targetGroups/0\"; empty for the whole."
        );
        Value("source", "Source!", source => source.Source, "Where it is printed.");
    }
}

internal sealed class PlanReadingType : ObjectType<StoredReading>
{
    public PlanReadingType()
        : base("PlanReading", "How much of a document's text went into its plan. Blank lines do not count.")
    {
        Value("lines", "Int!", reading => reading.Lines, "Lines of the document.");
        Value("linesUsed", "Int!", reading => reading.Reading.LinesUsed, "Those that went into the plan.");
        Value("unread", "[UnreadPassage!]!", reading => reading.Unread, "Those that went nowhere, and why.");
    }
}

internal sealed class UnreadPassageType : ObjectType<UnreadPassage>
{
    public UnreadPassageType()
        : base("UnreadPassage", "Lines of a document that went nowhere.")
    {
        Value("firstLine", "Int!", passage => passage.FirstLine, "From 1.");
        Value("lastLine", "Int!", passage => passage.LastLine, "From 1.");
        Value("lines", "Int!", passage => passage.Lines, "How many lines of it are not blank.");
        Value("reason", "UnreadReason!", passage => passage.Reason, "Why.");
        Value("text", "String!", passage => passage.Text, "As it stands there; of a long passage, its beginning.");
    }
}
