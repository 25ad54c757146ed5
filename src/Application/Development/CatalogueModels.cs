using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Application.Development;

/// <summary>The fields of all catalogues, which are public.</summary>
public abstract class CatalogueModel<T> : Model<T>
    where T : CatalogueEntry
{
    protected CatalogueModel(string description, string plural, string root, string all)
        : base(description)
    {
        SeenBy(Seen.All);
        Lists(plural);
        Order(entry => entry.Code);
        Root(root, all);
        Key(entry => entry.Id);
        Field(entry => entry.Code, "Stable code, for inputs.");
        Field(entry => entry.Name, "The name in Thai.");
        Field(entry => entry.ValidFrom, "The first day on which it is in use; null if there is no first one.");
        Field(entry => entry.ValidTo, "The last such day; null if it is still in use.");
        Field(entry => entry.Source, "The document that defines it.");
    }
}

public sealed class DevelopmentTopicModel()
    : CatalogueModel<DevelopmentTopic>(
        "A topic that people can be developed in (เรื่องที่ต้องการพัฒนา), in the ministry's catalogue.",
        "DevelopmentTopics",
        "developmentTopics",
        "The topics of development, by code."
    );

public sealed class CompetencyModel : CatalogueModel<Competency>
{
    public CompetencyModel()
        : base(
            "A competency (สมรรถนะ) in the ministry's catalogue, by which people assess themselves.",
            "Competencies",
            "competencies",
            "The competencies, by code."
        )
    {
        Field(competency => competency.Kind, "Whether it is a core or a functional one.");
        GroupBy("KIND", competency => competency.Kind, "Whether it is a core or a functional one.");
    }
}

public sealed class DevelopmentMethodModel()
    : CatalogueModel<DevelopmentMethod>(
        "A way to develop somebody (วิธีการพัฒนา) in the ministry's catalogue: training, coaching, further study …",
        "DevelopmentMethods",
        "developmentMethods",
        "The methods of development, by code."
    );
