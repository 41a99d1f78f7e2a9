package main

import (
	"context"
	"strings"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
)

// An image's tag tells what becomes of a container: with any other tag it runs and is ready.
const (
	tagMissing = "missing" // the image cannot be pulled
	tagCrash   = "crash"   // the container ends again and again
	tagUnready = "unready" // the container runs, its readiness probe fails
)

// playKubelet lets pods come to life as they would on a node, so that rollouts finish or get stuck. Nothing is run: it only writes
// the status that a kubelet would. Pods that run to completion (restartPolicy other than Always) succeed at once.
func playKubelet(ctx context.Context, client kubernetes.Interface) {
	factory := informers.NewSharedInformerFactory(client, 0)
	live := func(object any) {
		pod := object.(*corev1.Pod)
		if pod.DeletionTimestamp != nil || len(pod.Status.ContainerStatuses) > 0 {
			return
		}
		pod = pod.DeepCopy()
		pod.Status = statusOf(pod, metav1.Now())
		// A conflict means that the pod has changed, which brings it here again.
		_, _ = client.CoreV1().Pods(pod.Namespace).UpdateStatus(ctx, pod, metav1.UpdateOptions{FieldManager: "kubelet"})
	}
	_, _ = factory.Core().V1().Pods().Informer().AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc:    live,
		UpdateFunc: func(_, object any) { live(object) },
	})
	factory.Start(ctx.Done())
}

func statusOf(pod *corev1.Pod, now metav1.Time) corev1.PodStatus {
	status := corev1.PodStatus{
		Phase:     corev1.PodRunning,
		QOSClass:  pod.Status.QOSClass,
		StartTime: &now,
	}
	ready := corev1.ConditionTrue
	for _, container := range pod.Spec.Containers {
		one := containerStatus(container, now)
		if pod.Spec.RestartPolicy != corev1.RestartPolicyAlways && one.Ready {
			status.Phase = corev1.PodSucceeded
			one.Ready = false
			one.State = corev1.ContainerState{Terminated: &corev1.ContainerStateTerminated{
				Reason: "Completed", StartedAt: now, FinishedAt: now,
			}}
		}
		if !one.Ready {
			ready = corev1.ConditionFalse
		}
		if one.State.Waiting != nil && one.RestartCount == 0 {
			status.Phase = corev1.PodPending
		}
		status.ContainerStatuses = append(status.ContainerStatuses, one)
	}
	for kind, value := range map[corev1.PodConditionType]corev1.ConditionStatus{
		corev1.PodScheduled: corev1.ConditionTrue, corev1.PodInitialized: corev1.ConditionTrue,
		corev1.ContainersReady: ready, corev1.PodReady: ready,
	} {
		status.Conditions = append(status.Conditions, corev1.PodCondition{
			Type: kind, Status: value, LastTransitionTime: now, ObservedGeneration: pod.Generation,
		})
	}
	return status
}

func containerStatus(container corev1.Container, now metav1.Time) corev1.ContainerStatus {
	yes, no := true, false
	status := corev1.ContainerStatus{Name: container.Name, Image: container.Image, Started: &no}
	switch tag := container.Image[strings.LastIndex(container.Image, ":")+1:]; tag {
	case tagMissing:
		status.State.Waiting = &corev1.ContainerStateWaiting{
			Reason:  "ImagePullBackOff",
			Message: `Back-off pulling image "` + container.Image + `": not found`,
		}
	case tagCrash:
		status.RestartCount = 3
		status.State.Waiting = &corev1.ContainerStateWaiting{
			Reason:  "CrashLoopBackOff",
			Message: "back-off 40s restarting failed container=" + container.Name,
		}
		status.LastTerminationState.Terminated = &corev1.ContainerStateTerminated{
			ExitCode: 1, Reason: "Error", StartedAt: metav1.NewTime(now.Add(-time.Second)), FinishedAt: now,
		}
	case tagUnready:
		status.Started = &yes
		status.State.Running = &corev1.ContainerStateRunning{StartedAt: now}
	default:
		status.Started, status.Ready = &yes, true
		status.State.Running = &corev1.ContainerStateRunning{StartedAt: now}
	}
	return status
}
