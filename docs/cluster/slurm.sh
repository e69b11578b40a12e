#!/bin/bash
#SBATCH --nodes=10 --ntasks-per-node=1 --cpus-per-task=32 --mem=256G --time=24:00:00
# A batch on ten nodes: sbatch slurm.sh. When its time is up, submit it again: it goes on where it stopped.
# The archives and the results lie on storage that all nodes see under the same path.
set -euo pipefail
head=$(hostname)

export DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES=0
export DASK_DISTRIBUTED__WORKER__MEMORY__PAUSE=False
dask scheduler --port 8786 &
# srun does not take over the number of processors (since 22.05); 30 workers leave memory for the scheduler and the plan.
srun --cpus-per-task="$SLURM_CPUS_PER_TASK" \
  dask worker "tcp://$head:8786" --nworkers 30 --nthreads 1 --memory-limit 8GiB &
govlint batch /data/2026Q4 --out /data/out/2026Q4 --as-of 2026-12-31 --engine dask --scheduler "tcp://$head:8786"
