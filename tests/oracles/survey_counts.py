#!/usr/bin/env python3
"""Counts the four public surveys without the program, for tests/oracles/survey_counts_test.cpp.

    python3 tests/oracles/survey_counts.py FOLDER > tests/oracles/survey_counts.json

FOLDER holds kaggle-2020.csv, kaggle-2021.csv, jupyter-2020.csv and
stackoverflow-2025-first1000.csv, as published. Written from the surveys' own questionnaires with
Python's csv module; it knows the mappings only as a reader of the questionnaires would write
them down: which roles there are, and which option is which tool. Per role it counts people,
people who answered anything about use, per block the people who answered it, and per tool the
people who use it (a person who ticks two options of one tool counts once).

The result is aggregated figures: Kaggle Machine Learning & Data Science Surveys 2020 and 2021,
Jupyter survey 2020, Stack Overflow Developer Survey 2025 (the first 1,000 rows).
"""

import collections
import csv
import json
import pathlib
import sys

csv.field_size_limit(1 << 30)

KAGGLE_ROLES = {
    "Data Scientist": "researcher",
    "Research Scientist": "researcher",
    "Software Engineer": "engineer",
    "Data Engineer": "engineer",
    "Machine Learning Engineer": "hybrid",
}
KAGGLE_NOT_WORKING = {"Student", "Currently not employed", ""}

# What a reader of the questionnaires takes each option for: a distinctive part of the option's
# text, and the tool. Only a sample of each block, chosen for being unmistakable or a trap.
KAGGLE_2021 = {
    "ide": ("Q9_", {"VSCode": "vscode", "PyCharm": "pycharm", "Spyder": "spyder",
                    "Notepad++": "notepad-plus-plus", "RStudio": "rstudio", "MATLAB": "matlab",
                    "Jupyter": "jupyter"}),
    "notebooks": ("Q10_", {"Kaggle Notebooks": "kaggle-notebooks", "Colab": "colab",
                           "Datalab": "google-cloud-datalab", "Code Ocean": "code-ocean",
                           "Deepnote": "deepnote", "Observable": "observable",
                           "Azure Notebooks": "azure-notebooks"}),
    "cloud": ("Q27_A_", {"(AWS)": "aws", "Microsoft Azure": "azure", "(GCP)": "gcp",
                         "IBM Cloud": "ibm-cloud", "Oracle Cloud": "oracle-cloud",
                         "Alibaba": "alibaba-cloud", "Tencent": "tencent-cloud",
                         "VMware": "vmware-cloud", "SAP": "sap-cloud",
                         "Salesforce": "salesforce-cloud"}),
    "compute": ("Q29_A_", {"EC2": "ec2", "Compute Engine": "compute-engine",
                           "Azure Virtual Machines": "azure-virtual-machines"}),
    "storage": ("Q30_A_", {"(S3)": "s3", "(EFS)": "efs", "(GCS)": "gcs", "Filestore": "filestore",
                           "Data Lake": "azure-data-lake-storage",
                           "Disk Storage": "azure-disk-storage"}),
    "managed-ml": ("Q31_A_", {"SageMaker": "sagemaker", "Azure Machine Learning": "azure-ml",
                              "Vertex AI": "gcp-ai-platform", "DataRobot": "datarobot",
                              "Databricks": "databricks", "Dataiku": "dataiku",
                              "Alteryx": "alteryx", "Rapidminer": "rapidminer"}),
    "databases": ("Q32_A_", {"MySQL": "mysql", "PostgreSQL": "postgresql", "SQLite": "sqlite",
                             "Oracle Database": "oracle-database", "MongoDB": "mongodb",
                             "Snowflake": "snowflake", "Db2": "db2",
                             "Microsoft SQL Server": "sql-server", "Redshift": "redshift",
                             "BigQuery": "bigquery", "DynamoDB": "dynamodb",
                             "Spanner": "spanner", "Cosmos": "cosmos-db"}),
    "automl": ("Q37_A_", {"Google Cloud AutoML": "google-cloud-automl",
                          "Driverless": "h2o-driverless-ai",
                          "Databricks AutoML": "databricks-automl",
                          # One product under two names: AutoML is what DataRobot does.
                          "DataRobot AutoML": "datarobot",
                          "Azure Automated": "azure-automl",
                          "Autopilot": "sagemaker-autopilot"}),
    "tracking": ("Q38_A_", {"Neptune": "neptune", "Weights": "weights-and-biases",
                            "Comet": "comet", "Sacred": "sacred", "TensorBoard": "tensorboard",
                            "Guild": "guild", "Polyaxon": "polyaxon", "ClearML": "clearml",
                            "Domino": "domino", "MLflow": "mlflow"}),
}
KAGGLE_2020 = {
    "ide": ("Q9_", {"VSCode": "vscode", "PyCharm": "pycharm", "Spyder": "spyder",
                    "Notepad++": "notepad-plus-plus", "RStudio": "rstudio", "Jupyter": "jupyter"}),
    "notebooks": ("Q10_", {"Kaggle Notebooks": "kaggle-notebooks", "Colab": "colab",
                           "Datalab": "google-cloud-datalab", "Code Ocean": "code-ocean"}),
    "cloud": ("Q26_A_", {"(AWS)": "aws", "Microsoft Azure": "azure", "(GCP)": "gcp",
                         "IBM Cloud": "ibm-cloud", "Tencent": "tencent-cloud"}),
    "compute": ("Q27_A_", {"EC2": "ec2", "Lambda": "aws-lambda", "Cloud Run": "cloud-run",
                           "App Engine": "app-engine", "Azure Functions": "azure-functions"}),
    "managed-ml": ("Q28_A_", {"SageMaker": "sagemaker", "Azure Machine Learning": "azure-ml",
                              "ML Engine": "gcp-ai-platform",
                              "Rekognition": "amazon-rekognition"}),
    "databases": ("Q29_A_", {"MySQL": "mysql", "Postgre": "postgresql", "SQLite": "sqlite",
                             "MongoDB": "mongodb", "Athena": "athena",
                             "Microsoft Access": "microsoft-access"}),
    "automl": ("Q34_A_", {"Tpot": "tpot", "Auto-Sklearn": "auto-sklearn", "Xcessiv": "xcessiv",
                          "Driverless": "h2o-driverless-ai"}),
    "tracking": ("Q35_A_", {"Neptune": "neptune", "Weights": "weights-and-biases",
                            "TensorBoard": "tensorboard", "Trains": "clearml",
                            "Polyaxon": "polyaxon"}),
}
# By the column's name here: the column's option, not the cell, is what the questionnaire lists.
JUPYTER = {
    "environments": ("5. ", {"JupyterLab": "jupyterlab", "Classic": "jupyter",
                             "PyCharm": "pycharm", "VS Code": "vscode", "Vim": "vim",
                             "Emacs": "emacs", "Ipython": "ipython", "Zeppelin": "zeppelin"}),
    "running": ("6. ", {"Docker": "docker", "JupyterHub": "jupyterhub", "MyBinder": "binder",
                        "Databricks": "databricks", "Colab": "colab", "CoCalc": "cocalc",
                        "service - AWS": "aws", "service - Google": "gcp"}),
    "scaling": ("14. ", {"Kubeflow": "kubeflow", "Airflow": "airflow", "Prefect": "prefect",
                         "Papermill": "papermill", "Dask": "dask", "Kubernetes": "kubernetes",
                         "Jupyter BinderHub": "binder", "Horovod": "horovod"}),
}
JUPYTER_RESEARCHER = ["Data scientist.", "Scientist/ researcher."]
JUPYTER_ENGINEER = ["Data engineer.", "Backend engineer.", "Front end/ web development.",
                    "DevOps.", "Infrastructure engineer/ cloud architect."]
JUPYTER_OTHER = ["Teacher/ lecturer.", "Tutor/\xa0teaching assistant.",
                 "Financial modeler/ analyst.", "Business analyst.", "Database Admin (DBA).",
                 "Sysadmin."]

STACK_OVERFLOW = {
    "platforms": ("PlatformHaveWorkedWith", {
        "Docker": "docker", "Kubernetes": "kubernetes", "Amazon Web Services (AWS)": "aws",
        "Google Cloud": "gcp", "Microsoft Azure": "azure", "Terraform": "terraform",
        "Make": "make", "npm": "npm", "Pip": "pip", "Digital Ocean": "digitalocean"}),
    "environments": ("DevEnvsHaveWorkedWith", {
        "PyCharm": "pycharm", "Vim": "vim", "Neovim": "neovim", "Cursor": "cursor",
        "Claude Code": "claude-code", "Jupyter Notebook/JupyterLab": "jupyter"}),
    "databases": ("DatabaseHaveWorkedWith", {
        "PostgreSQL": "postgresql", "MySQL": "mysql", "SQLite": "sqlite", "Redis": "redis",
        "Oracle": "oracle-database", "Neo4J": "neo4j", "IBM DB2": "db2"}),
}


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


class Counts:
    def __init__(self, rows):
        self.result = {"rows": rows, "left_out": 0, "roles": {}}

    def person(self, role, answered, tools, wanted=()):
        """answered: blocks with any answer; tools: ids used."""
        if role is None:
            self.result["left_out"] += 1
            return
        entry = self.result["roles"].setdefault(
            role, {"people": 0, "answered": 0, "blocks": collections.Counter(),
                   "users": collections.Counter(), "wanting": collections.Counter()})
        entry["people"] += 1
        entry["answered"] += bool(answered)
        entry["blocks"].update(answered)
        entry["users"].update(tools)
        entry["wanting"].update(wanted)


def kaggle(path, blocks):
    names, _texts, *rows = rows_of(path)
    counts = Counts(len(rows))
    columns = {block: [i for i, name in enumerate(names) if name.startswith(prefix)]
               for block, (prefix, _) in blocks.items()}
    title_column = names.index("Q5")
    for row in rows:
        title = row[title_column]
        role = None if title in KAGGLE_NOT_WORKING else KAGGLE_ROLES.get(title, "other")
        answered, tools = set(), set()
        for block, (_, options) in blocks.items():
            for i in columns[block]:
                if row[i] != "":
                    answered.add(block)
                    tools.update(tool for part, tool in options.items() if part in row[i])
        counts.person(role, answered, tools)
    return counts.result


def jupyter(path):
    names, *rows = rows_of(path)
    counts = Counts(len(rows))

    def ticked(row, options):
        return any(row[names.index("4. " + option)] != "" for option in options)

    for row in rows:
        research, engineer = ticked(row, JUPYTER_RESEARCHER), ticked(row, JUPYTER_ENGINEER)
        role = ("hybrid" if research and engineer else "researcher" if research else
                "engineer" if engineer else "other" if ticked(row, JUPYTER_OTHER) else None)
        answered, tools = set(), set()
        for block, (prefix, options) in JUPYTER.items():
            for i, name in enumerate(names):
                if name.startswith(prefix) and row[i] != "":
                    answered.add(block)
                    tools.update(tool for part, tool in options.items() if part in name)
        counts.person(role, answered, tools)
    return counts.result


def stack_overflow(path):
    names, *rows = rows_of(path)
    counts = Counts(len(rows))
    engineers = {"Architect, software or solutions", "Data engineer",
                 "DevOps engineer or professional", "Cloud infrastructure engineer"}
    for row in rows:
        title = row[names.index("DevType")]
        if title in ("NA", "Student", "Retired"):
            role = None
        elif title in ("Data scientist", "Applied scientist"):
            role = "researcher"
        elif title in ("AI/ML engineer", "Developer, AI apps or physical AI"):
            role = "hybrid"
        else:
            is_engineer = title in engineers or title.startswith("Developer, ")
            role = "engineer" if is_engineer else "other"
        answered, tools, wanted = set(), set(), set()
        for block, (column, options) in STACK_OVERFLOW.items():
            cell = row[names.index(column)]
            if cell != "NA":
                answered.add(block)
                tools.update(options[option] for option in cell.split(";") if option in options)
            wish = row[names.index(column.replace("HaveWorkedWith", "WantToWorkWith"))]
            wanted.update(options[option] for option in wish.split(";") if option in options)
        counts.person(role, answered, tools, wanted - tools)
    return counts.result


def main():
    folder = pathlib.Path(sys.argv[1])
    counts = {
        "source": "Kaggle Machine Learning & Data Science Surveys 2020 and 2021; Jupyter survey "
                  "2020; Stack Overflow Developer Survey 2025, first 1,000 rows. Aggregated by "
                  "survey_counts.py.",
        "surveys": {
            "kaggle-2020": kaggle(folder / "kaggle-2020.csv", KAGGLE_2020),
            "kaggle-2021": kaggle(folder / "kaggle-2021.csv", KAGGLE_2021),
            "jupyter-2020": jupyter(folder / "jupyter-2020.csv"),
            "stackoverflow-2025": stack_overflow(folder / "stackoverflow-2025-first1000.csv"),
        },
    }
    json.dump(counts, sys.stdout, indent=1, sort_keys=True)
    print()


if __name__ == "__main__":
    main()
